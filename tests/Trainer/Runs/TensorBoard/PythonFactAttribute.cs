namespace LatentWalk.Trainer.Tests.Runs.TensorBoard;

/// <summary>A test that lets another language read what was written.</summary>
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute()
    {
        Skip = EventReader.HasPython ? null : "there is no /usr/bin/python3.";
    }
}
