namespace Silk.NET.Input;

public struct Button(ButtonName name, int index, bool pressed)
{
    public ButtonName Name { get; } = name;

    public int Index { get; } = index;

    public bool Pressed { get; } = pressed;
}
