namespace LatentWalk.Quality;

/// <summary>Gives pictures of a series.</summary>
/// <param name="first">The first one's place.</param>
/// <param name="rgb">uint8 [count, size, size, 3], filled.</param>
public delegate void FillPictures(int first, int count, Span<byte> rgb);
