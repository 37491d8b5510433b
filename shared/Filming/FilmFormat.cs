namespace LatentWalk.Filming;

/// <summary>The kinds of film.</summary>
public enum FilmFormat
{
    /// <summary>A folder of frame-000001.png and so on.</summary>
    Frames,

    /// <summary>Animated, every pixel as it is.</summary>
    Webp,

    /// <summary>Animated PNG.</summary>
    Apng,

    /// <summary>Animated GIF.</summary>
    Gif,

    /// <summary>H.264, through ffmpeg.</summary>
    Mp4,
}
