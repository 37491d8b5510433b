namespace LatentWalk.Imaging.Tests;

/// <summary>A fact that needs a program of the system, and says so when it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        this.Tool = tool;
        if (!Programs.IsThere(tool))
        {
            this.Skip = $"the program '{tool}' is not installed";
        }
    }

    public string Tool { get; }
}
