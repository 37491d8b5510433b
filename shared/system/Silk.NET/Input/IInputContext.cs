namespace Silk.NET.Input;

public interface IInputContext : IDisposable
{
    IReadOnlyList<IGamepad> Gamepads { get; }

    IReadOnlyList<IKeyboard> Keyboards { get; }

    IReadOnlyList<IMouse> Mice { get; }

    event Action<IInputDevice, bool>? ConnectionChanged;
}
