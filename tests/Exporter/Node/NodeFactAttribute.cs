using Xunit;

namespace LatentWalk.Exporter.Tests.Node;

/// <summary>A test that needs Node and ONNX Runtime for it; skipped, visibly, where they are absent.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (NodeProgram.Folder is null)
        {
            Skip = "needs node and onnxruntime-node; install them with: tests/Exporter/Node/install.sh";
        }
    }
}
