namespace LatentWalk.Viewer.Graphics;

/// <summary>HUD quads that one draw call takes: text and shapes, or thumbnails of one atlas.</summary>
internal readonly record struct HudRun(int First, PictureTexture? Atlas);
