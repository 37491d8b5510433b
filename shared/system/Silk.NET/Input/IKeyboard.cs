namespace Silk.NET.Input;

public interface IKeyboard : IInputDevice
{
    string ClipboardText { get; set; }

    event Action<IKeyboard, Key, int>? KeyDown;

    event Action<IKeyboard, Key, int>? KeyUp;

    event Action<IKeyboard, char>? KeyChar;

    bool IsKeyPressed(Key key);
}
