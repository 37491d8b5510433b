namespace LatentWalk.Walking.Modes;

/// <summary>A mode with values to move: drawn as rows with a knob, moved by keys, sticks and the mouse.</summary>
public interface ISliderMode
{
    /// <summary>How many there are now; the order's <see cref="PictureOrder.Sliders"/>.</summary>
    int SliderCount(in WalkState state);

    /// <summary>The one that keys move.</summary>
    int ChosenSlider(in WalkState state);

    string SliderName(in WalkState state, int slider);

    /// <summary>Where the knob stands, in [0, 1] of its way.</summary>
    float SliderShare(in WalkState state, int slider);

    /// <summary>The value in words; the length written, 0 where it does not fit.</summary>
    int WriteSlider(in WalkState state, int slider, Span<char> text);

    /// <summary>The knob was moved there.</summary>
    WalkState Slide(in WalkState state, int slider, float share);
}
