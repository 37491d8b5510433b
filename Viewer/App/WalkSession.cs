using System.Numerics;
using System.Runtime.ExceptionServices;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Models;
using LatentWalk.Walking;
using LatentWalk.Walking.Modes;
using LatentWalk.Viewer.Working;
using Silk.NET.Input;

namespace LatentWalk.Viewer.App;

/// <summary>
/// A walk in progress: input in, state and pictures out. It knows no window and no GL, so the window, the headless run
/// and the tests drive the same one. Main thread only; inference, opening and saving happen behind it.
/// </summary>
internal sealed class WalkSession(
    SessionSettings settings, OpenResolver resolver, TimeProvider clock, FrameStatistics? statistics = null) : IDisposable
{
    /// <summary>Radians for a drag across the whole height of the picture.</summary>
    private const float DragRadians = 1.2f;

    private const float WheelStep = 0.05f;

    // What is walked in until the first generator is open: nothing is shown of it.
    private static readonly WalkModel Nowhere = new(1, []);

    private readonly Simulation simulation = new(FlightSettings.Default, WalkState.Begin(Nowhere, settings.WalkSeed));
    private readonly HeldCommands held = new();
    private readonly Background background = new();
    private readonly PictureSaver saver = new(settings.OutFolder, clock);
    private readonly PictureDesk desk = new(statistics);
    private readonly PaceKeeper pace = new();
    private OrderPlacer? placer;
    private FlightInput gamepad;
    private int pointedTile = -1;
    private Vector2 pointer;
    private bool inferenceFailed;
    private ExceptionDispatchInfo? fatal;

    public ref readonly WalkState State => ref simulation.State;

    /// <summary>The way it is played now.</summary>
    public IWalkMode Mode => simulation.Reducer.Modes.Of(State.Mode);

    /// <summary>The open generator; null until the first one is.</summary>
    public GeneratorSource? Generator { get; private set; }

    public ShownPicture Face => desk.Face;

    public ShownPicture Sheet => desk.Sheet;

    public PictureDesk Desk => desk;

    public FrameRate Rate { get; } = new();

    /// <summary>What should be on screen.</summary>
    public PictureOrder Order { get; } = new();

    /// <summary>Where it lies.</summary>
    public ScenePlan Plan => Layout.Plan(Order, Math.Max(1, Generator?.Width ?? 1), Math.Max(1, Generator?.Height ?? 1));

    /// <summary>Of the frame being shown; the mouse is read against it.</summary>
    public SceneLayout Layout { get; set; } = new(960, 720);

    /// <summary>Begins to open what was named (null: the newest there is). A failure of the very first ends the program, a later one is shown.</summary>
    public void Open(string? path)
    {
        GeneratorSource? current = Generator;
        background.Start(
            () =>
            {
                OpenTarget target = resolver.Resolve(path, current is null ? null : GeneratorIdentity.Of(current.Info));
                GeneratorSource source = target.Generator is { } file ? settings.OpenSource(file, settings.Provider) : current!;
                Waypoint? place = target.Picture is { } picture ? PlaceOf(picture, source) : null;
                return () => Enter(source, place, target.Picture?.Truncation ?? 1);
            },
            error =>
            {
                if (Generator is null)
                {
                    fatal = ExceptionDispatchInfo.Capture(error);
                }

                Do(WalkAction.Fail(Background.Describe(error)));
            });
    }

    /// <summary>A line on the screen for a moment.</summary>
    public void Say(string text) => Do(WalkAction.Say(text));

    public void KeyDown(Key key)
    {
        if (KeyMap.TryGet(key, out Command command))
        {
            Press(command);
        }
    }

    public void KeyUp(Key key)
    {
        if (KeyMap.TryGet(key, out Command command))
        {
            Release(command);
        }
    }

    public void Press(Command command)
    {
        held.Press(command);
        if (command == Command.Save)
        {
            Save();
        }
        else
        {
            Do(WalkAction.Press(command));
        }
    }

    public void Release(Command command) => held.Release(command);

    /// <summary>The window lost the keyboard: it will not hear of releases.</summary>
    public void ReleaseAll()
    {
        held.ReleaseAll();
        PointerUp();
    }

    public void SetSticks(Vector2 left, Vector2 right) => gamepad = GamepadMap.Read(left, right);

    public void PointerDown(Vector2 position)
    {
        pointer = position;
        if (TileAt(position) is var tile and >= 0)
        {
            Do(WalkAction.PickTile(tile));
        }
        else if (Plan.HasFace)
        {
            Do(WalkAction.DragStart);
        }
    }

    public void PointerMove(Vector2 position)
    {
        Vector2 moved = position - pointer;
        pointer = position;
        if (!State.Dragging && TileAt(position) is var tile and >= 0)
        {
            if (tile != pointedTile)
            {
                pointedTile = tile;
                Do(WalkAction.PointAt(tile));
            }
        }
        else if (State.Dragging && moved != Vector2.Zero)
        {
            float height = Math.Min(Layout.Width, Layout.Height);
            Do(WalkAction.DragBy(new Vector2(moved.X, -moved.Y) * (DragRadians / height)));
        }
    }

    public void PointerUp()
    {
        if (State.Dragging)
        {
            Do(WalkAction.DragEnd);
        }
    }

    public void Wheel(float notches) => Do(WalkAction.Truncate(notches * WheelStep));

    /// <summary>Time passes: messages that came back, flight, the next request, the newest picture.</summary>
    public void Tick(double seconds)
    {
        background.Finish();
        fatal?.Throw();
        Rate.Count(seconds);
        FlightInput input = GamepadMap.Combine(held.Read(seconds), gamepad);
        if (input != State.Input)
        {
            Do(WalkAction.Steer(input));
        }

        simulation.Advance(seconds);
        PlaceOrder();
        desk.Advance(seconds);
        desk.AwaitFace(seconds);
        TakePictures();
    }

    /// <summary>Waits until everything asked for has come: a headless run shows the same frames on any machine.</summary>
    public void Settle()
    {
        while (!background.IsIdle)
        {
            background.Finish();
            fatal?.Throw();
            Thread.Sleep(1);
        }

        PlaceOrder();
        while (desk.IsWaiting)
        {
            desk.WaitForResult();
            TakePictures();
        }

        desk.Fade.Finish();
    }

    public void Dispose()
    {
        // A picture being written is written.
        while (!background.IsIdle)
        {
            background.Finish();
            Thread.Sleep(1);
        }

        desk.Dispose();
        Generator?.Dispose();
    }

    private void Do(in WalkAction action) => simulation.Do(action);

    private void TakePictures()
    {
        DeskNews news = desk.Take();
        if (news.Pictures > 0 && State.Mode == WalkMode.Fly && pace.See(Face.Source, Face.Truncation, Face.Z, Face.Rgba))
        {
            Do(WalkAction.Pace(pace.Pace));
        }

        if (news.Notice is not null)
        {
            Do(WalkAction.Say(news.Notice));
        }

        if (news.Error is not null)
        {
            inferenceFailed = true;
            Do(WalkAction.Fail(news.Error));
        }
        else if (inferenceFailed && news.Pictures > 0)
        {
            inferenceFailed = false;
            Do(WalkAction.Recover);
        }
    }

    private void PlaceOrder()
    {
        if (Generator is null)
        {
            return;
        }

        Order.Begin(State);
        Mode.Order(State, Order);
        placer ??= new OrderPlacer(desk, Find);
        placer.Place(Order);
    }

    private GeneratorSource? Find(SourceRef source) => source.Kind == SourceKind.Main ? Generator : null;

    private void Enter(GeneratorSource source, Waypoint? place, float truncation)
    {
        bool first = Generator is null;
        bool another = !ReferenceEquals(source, Generator);
        GeneratorSource? left = another ? Generator : null;
        Generator = source;
        left?.Dispose();    // a run that is under way ends first
        if (place is null && first && settings.Seed is { } seed)
        {
            place = Waypoint.OfSeed(seed, source.ZDim);
            truncation = source.Info.Truncation;
        }

        Do(another ? WalkAction.Enter(source.ToModel(settings.Seed), place, truncation) : WalkAction.GoTo(place!, truncation));
        Do(WalkAction.Recover);
        if (!first)
        {
            Do(WalkAction.Say(another ? $"opened {source.Info.Name}" : "back at this face"));
        }
    }

    private static Waypoint PlaceOf(PictureLatent picture, GeneratorSource source) => picture switch
    {
        { Z: { } z } when z.Length == source.ZDim => new Waypoint(z, picture.Seed),
        { Z: null, Seed: { } seed } => Waypoint.OfSeed(seed, source.ZDim),
        _ => throw new BadModelException(
            $"the picture's latent has {picture.Z?.Length ?? 0} numbers, but {source.Info.Name} takes {source.ZDim}; another generator made it."),
    };

    private void Save()
    {
        if (Generator is null || !ReferenceEquals(Face.Source, Generator))
        {
            return;
        }

        Func<string> write = saver.Prepare(Face, Generator.Info);
        background.Start(
            () =>
            {
                string path = write();
                return () => Do(WalkAction.Say($"saved {Path.GetFileName(path)}\nin {Path.GetDirectoryName(path)}"));
            },
            error => Do(WalkAction.Fail(Background.Describe(error))));
    }

    private int TileAt(Vector2 position) => Sheet.IsEmpty ? -1 : Plan.TileAt((int)position.X, (int)position.Y);
}
