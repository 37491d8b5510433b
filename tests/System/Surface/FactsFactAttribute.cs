namespace LatentWalk.StandIns.Tests.Surface;

/// <summary>A fact that needs the signature lists of the real libraries, and the stand-ins to compare with them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FactsFactAttribute : FactAttribute
{
    public FactsFactAttribute()
    {
        if (Libraries.Profile != "system")
        {
            this.Skip = $"profile '{Libraries.Profile}' uses the real libraries";
        }
        else if (Facts.Folder is null)
        {
            this.Skip = "the signature lists (../shared/facts) are not here";
        }
    }
}
