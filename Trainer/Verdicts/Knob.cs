using System.Globalization;

namespace LatentWalk.Trainer.Verdicts;

/// <summary>A field of the configuration and a value that should serve better.</summary>
/// <param name="Field">Its path, as in config.json and after <c>--</c> on a command line.</param>
/// <param name="Value">As on a command line.</param>
/// <param name="Does">What turning it does, as a clause.</param>
internal sealed record Knob(string Field, string Value, string Does)
{
    public Knob(string field, double value, string does)
        : this(field, value.ToString("G4", CultureInfo.InvariantCulture), does)
    {
    }

    /// <summary>Whether a run that goes on can take it; the others are for a new run.</summary>
    public bool InRun => Field.StartsWith("guards.", StringComparison.Ordinal);

    /// <summary>As it is typed.</summary>
    public string Option => $"--{Field} {Value}".TrimEnd();
}
