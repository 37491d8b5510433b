using LatentWalk.Viewer.App;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Tests.Graphics;

namespace LatentWalk.Viewer.Tests.App;

/// <summary>A context cannot be made to get lost here; everything in it can be deleted under the scene's hands.</summary>
public sealed class LastingSceneTests : GlTest
{
    private const uint Names = 400;

    [GlFact]
    public void A_scene_that_lost_everything_on_the_graphics_card_draws_the_same_picture_again()
    {
        SessionSettings settings = new() { OutFolder = ".", WalkSeed = 3, Provider = Inference.ProviderChoice.Cpu };
        using WalkSession session = new(settings, new OpenResolver(new ModelFolders([])), TimeProvider.System);
        session.Open(TestGenerator.Shared);
        session.Settle();
        session.Press(Walking.Command.Hud);    // it fades with time
        using LastingScene scene = new(Gl, showTimings: false);
        byte[] before = Draw(scene, session);
        Assert.True(before.Distinct().Count() > 50, "there is no picture");

        for (int loss = 1; loss <= 5; loss++)
        {
            LoseEverything();
            for (int frame = 0; frame < 21 && scene.Losses < loss; frame++)
            {
                Draw(scene, session);
            }

            Assert.Equal(loss, scene.Losses);
            Assert.Equal("the graphics were reset", session.State.Toast);
            for (int frame = 0; frame < 600 && session.State.Toast is not null; frame++)
            {
                session.Tick(0.05);
            }

            Assert.Null(session.State.Toast);
            Assert.Equal(before, Draw(scene, session));
        }
    }

    private byte[] Draw(LastingScene scene, WalkSession session)
    {
        ForgetErrors();
        using OffscreenTarget target = new(Gl, 240, 180);
        target.Bind();
        scene.Draw(session, target.Width, target.Height);
        byte[] pixels = new byte[target.FrameBytes];
        target.ReadBack(pixels);
        return pixels;
    }

    private void LoseEverything()
    {
        for (uint name = 1; name < Names; name++)
        {
            Gl.DeleteTexture(name);
            Gl.DeleteBuffer(name);
            Gl.DeleteVertexArray(name);
            Gl.DeleteProgram(name);
        }

        ForgetErrors();
    }

    private void ForgetErrors()
    {
        while (Gl.GetError() != Silk.NET.OpenGL.GLEnum.NoError)
        {
            // Names that were never given out, and frames drawn with what is no more.
        }
    }
}
