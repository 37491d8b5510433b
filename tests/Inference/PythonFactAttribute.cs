using Xunit;

namespace LatentWalk.Inference.Tests;

/// <summary>A test that needs a Python module of the system; skipped, visibly, where it is absent.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute(string module)
    {
        if (!Python.Has(module))
        {
            Skip = $"python3 has no module '{module}' (Debian: apt-get install python3-{module})";
        }
    }
}
