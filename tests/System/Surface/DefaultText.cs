using System.Globalization;

namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>Default values of parameters as text: <c>null</c>, <c>default</c>, 0 and false are one.</summary>
internal static class DefaultText
{
    public static string Of(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "default",
        Enum name => Enum.IsDefined(name.GetType(), name) ? name.ToString() : Convert.ToInt64(name, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        IConvertible number => Normalise(number.ToString(CultureInfo.InvariantCulture)),
        _ => value.ToString() ?? "default",
    };

    public static bool Same(string? written, string? compiled)
    {
        if (written is null || compiled is null)
        {
            return written is null && compiled is null;
        }

        string left = Normalise(written);
        return left == compiled || left.Split('.')[^1] == compiled;
    }

    private static string Normalise(string text)
    {
        text = text.Trim();
        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is var close and > 0)
        {
            text = text[(close + 1)..].Trim();
        }

        if (text is "null" or "default" or "false" or "0" || text.StartsWith("default(", StringComparison.Ordinal))
        {
            return "default";
        }

        string digits = text.TrimEnd('f', 'F', 'd', 'D', 'L', 'l', 'm', 'u', 'U');
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number == 0 ? "default" : ((float)number).ToString("R", CultureInfo.InvariantCulture)
            : text;
    }
}
