using Silk.NET.Maths;

namespace Silk.NET.Windowing;

public interface IMonitor
{
    string Name { get; }

    int Index { get; }

    Rectangle<int> Bounds { get; }

    VideoMode VideoMode { get; }
}
