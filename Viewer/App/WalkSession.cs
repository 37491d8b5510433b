using System.Numerics;
using System.Runtime.ExceptionServices;
using LatentWalk.Core.Errors;
using LatentWalk.Imaging;
using LatentWalk.Viewer.Capture;
using LatentWalk.Viewer.Graphics;
using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Inspecting;
using LatentWalk.Viewer.Models;
using LatentWalk.Viewer.Panels;
using LatentWalk.Viewer.Settings;
using LatentWalk.Viewer.Shelf;
using LatentWalk.Walking;
using LatentWalk.Walking.Menus;
using LatentWalk.Walking.Modes;
using LatentWalk.Walking.Recording;
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
    /// <summary>A held command that was chosen in the menu acts so long.</summary>
    private const double ChosenSeconds = 1;

    /// <summary>The mouse's small movements need not all become actions.</summary>
    private const double TouchSeconds = 0.5;

    // What is walked in until the first generator is open: nothing is shown of it.
    private static readonly WalkModel Nowhere = new(1, []);

    private readonly Simulation simulation = new(FlightSettings.Default, WalkState.Begin(Nowhere, settings.WalkSeed));
    private readonly HeldCommands held = new();
    private readonly Background background = new();
    private readonly PictureSaver saver = new(settings.OutFolder, clock);
    private readonly PictureDesk desk = new(statistics);
    private readonly PaceKeeper pace = new();
    private readonly OpenGenerators generators = new(settings.Provider);
    private GeneratorWatch? watch;
    private readonly InspectDesk inspect = new() { Folder = settings.DataFolder };
    private TitleFaces? faces;
    private OrderPlacer? placer;
    private RecordingHands? recording;
    private PlaybackHands? playback;
    private FilmHands? film;
    private BurstHands? burst;
    private ShelfDesk? shelf;
    private ShelfHands? shelfHands;
    private FlightInput gamepad;
    private ScreenHands? screens;
    private string? opened;
    private bool rumble;
    private TitlePrompt? titlePrompt;
    private PointerHands? pointerHands;
    private int comfortVersion = -1;
    private bool inferenceFailed;
    private ExceptionDispatchInfo? fatal;

    public ref readonly WalkState State => ref simulation.State;

    /// <summary>The way it is played now.</summary>
    public IWalkMode Mode => simulation.Reducer.Modes.Of(State.Mode);

    /// <summary>The open generator; null until the first one is.</summary>
    public GeneratorSource? Generator => generators.Main;

    /// <summary>All that are open, and what they are for.</summary>
    public OpenGenerators Generators => generators;

    public ShownPicture Face => desk.Face;

    public ShownPicture Sheet => desk.Sheet;

    public PictureDesk Desk => desk;

    /// <summary>The layers of the face, and the training pictures nearest to it.</summary>
    public InspectDesk Inspect => inspect;

    public FrameRate Rate { get; } = new();

    /// <summary>What should be on screen.</summary>
    public PictureOrder Order { get; } = new();

    /// <summary>Where it lies.</summary>
    public ScenePlan Plan => Layout.Plan(Order, Math.Max(1, Generator?.Width ?? 1), Math.Max(1, Generator?.Height ?? 1));

    /// <summary>What the user chose.</summary>
    public Preferences Preferences => settings.Preferences;

    /// <summary>What the title screen offers.</summary>
    public TitleList Title
    {
        get;
        set
        {
            field = value;
            titlePrompt = null;
        }
    } = TitleList.Empty;

    public TitlePrompt TitlePrompt => titlePrompt ??= TitlePrompt.Of(Preferences.Keys, Preferences.Buttons, Title.Count);

    /// <summary>Films show the pictures alone, without any words.</summary>
    public bool IsBare { get; set; }

    /// <summary>Work that takes longer than a frame.</summary>
    public Background Background => background;

    /// <summary>The walk in time; what records or plays one listens here.</summary>
    public Simulation Simulation => simulation;

    public RecordingHands Recording => recording ??= new RecordingHands(this, settings.OutFolder, clock);

    public PlaybackHands Playback => playback ??= new PlaybackHands(this);

    public FilmHands Film => film ??= new FilmHands(this, settings.OutFolder);

    public ShelfDesk Shelf => shelf ??= new ShelfDesk(this, settings.OutFolder, clock);

    public ShelfHands ShelfHands => shelfHands ??= new ShelfHands(this);

    /// <summary>Differs when what is recorded, filmed or on the shelf has changed: a frame shows it.</summary>
    public int CaptureMarks => HashCode.Combine(Recording.Seconds, Film.Percent, Shelf.Version, Playback.IsPlaying);

    private BurstHands Burst => burst ??= new BurstHands(this, settings.OutFolder, clock);

    /// <summary>The lists that may lie over the picture.</summary>
    public ScreenHands Screens => screens ??= new ScreenHands(this);

    private GeneratorWatch Watch => watch ??= new GeneratorWatch(
        generators, background, settings.Provider, resolver.Folders, action => Do(action));

    private PointerHands Pointer => pointerHands ??= new PointerHands(this, Screens);

    /// <summary>Of the frame being shown; the mouse is read against it.</summary>
    public SceneLayout Layout { get; set; } = new(960, 720);

    /// <summary>Begins to open what was named (null: the newest there is). A failure of the very first ends the program, a later one is shown.</summary>
    public void Open(string? path) => Open(path is null ? [] : [path]);

    /// <summary>The same for several at once.</summary>
    public void Open(IReadOnlyList<string> paths)
    {
        GeneratorSource? current = Generator;
        background.Start(
            () =>
            {
                GeneratorIdentity? open = current is null ? null : GeneratorIdentity.Of(current);
                OpenTarget target = paths.Count == 0 ? resolver.Resolve((string?)null, open) : resolver.Resolve(paths, open);
                Walk? walk = target.Walk is { } played ? WalkFile.Load(played) : null;
                if (walk is not null && resolver.Model is null && !paths.Any(path => OpenResolver.KindOf(path) == OpenKind.Generator))
                {
                    // The walk knows its own generator.
                    target = target with { Generator = WalkGenerators.Find(resolver.Folders, walk.Origin, open) ?? target.Generator };
                }

                GeneratorSource source = target.Generator is { } file ? settings.OpenSource(file, settings.Provider) : current!;
                GeneratorSource? other = target.Other is { } second ? settings.OpenSource(second, settings.Provider) : null;
                Waypoint? place = target.Picture is { } picture ? PlaceOf(picture, source) : null;
                return () =>
                {
                    opened = target.Generator ?? opened;

                    // Meanwhile a newer checkpoint may have taken the place of the one that was open.
                    GeneratorSource entered = ReferenceEquals(source, current) ? Generator! : source;
                    if (walk is null || !ReferenceEquals(entered, Generator))
                    {
                        Enter(entered, place, target.Picture?.Truncation ?? 1, Directory.Exists(target.Generator), target.Picture?.C);
                    }

                    if (walk is not null)
                    {
                        Play(walk);
                    }

                    if (target.Pictures.Count > 1)
                    {
                        Shelf.Import([.. target.Pictures.Skip(1).Select(saved => saved.Path)], entered.Info.Name);
                    }

                    if (other is not null)
                    {
                        Watch.Compare(other);
                    }

                    if (target.Data is { } data)
                    {
                        inspect.Folder = data;
                        Do(WalkAction.SetMode(WalkMode.Inspect));
                    }

                    if (target.Notice is { } notice)
                    {
                        Do(WalkAction.Say(notice));
                    }
                };
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
        if (!Screens.KeyDown(key) && Preferences.Keys.TryGet(key, out Command command))
        {
            Press(command);
        }
    }

    public void KeyUp(Key key)
    {
        if (Preferences.Keys.TryGet(key, out Command command))
        {
            Release(command);
        }
    }

    /// <summary>A command goes down. An open screen takes what moves through it.</summary>
    public void Press(Command command)
    {
        if (!Screens.Press(command))
        {
            held.Press(command);
            Perform(command);
        }
    }

    public void Release(Command command)
    {
        Screens.Release(command);
        held.Release(command);
    }

    /// <summary>A line of the menu was chosen.</summary>
    public void Choose(CommandInfo info)
    {
        if (info.IsHeld)
        {
            held.Hold(info.Command, ChosenSeconds);
        }

        Perform(info.Command);
    }

    /// <summary>The window lost the keyboard: it will not hear of releases.</summary>
    public void ReleaseAll()
    {
        held.ReleaseAll();
        Pointer.LetGo();
    }

    /// <summary>Whether a gamepad should shake now: something was saved or kept. Asking takes the wish away.</summary>
    public bool TakeRumble()
    {
        bool wanted = rumble;
        rumble = false;
        return wanted;
    }

    /// <summary>What sticks and triggers hold from now on.</summary>
    public void SetGamepad(in FlightInput input) => gamepad = input;

    public void PointerDown(Vector2 position, MouseButton button = MouseButton.Left) => Pointer.Down(position, button);

    public void PointerMove(Vector2 position) => Pointer.Move(position);

    public void PointerUp(MouseButton button = MouseButton.Left) => Pointer.Up(button);

    public void Wheel(float notches) => Pointer.Wheel(notches);

    /// <summary>Somebody is there.</summary>
    public void Touch()
    {
        if (State.IdleSeconds > TouchSeconds)
        {
            Do(WalkAction.Touch);
        }
    }

    public void Show(Screen screen) => Do(WalkAction.Show(screen));

    public void ChooseLine(int line) => Do(WalkAction.ChooseLine(line));

    /// <summary>Begins with the title screen; what it offers is looked up meanwhile.</summary>
    /// <param name="find">On another thread.</param>
    public void ShowTitle(Func<TitleList> find)
    {
        Show(Screen.Title);
        background.Start(
            () =>
            {
                TitleList found = find();
                return () =>
                {
                    Title = found;
                    faces = new TitleFaces(found);
                    ChooseLine(Math.Max(0, found.IndexOf(opened)));
                };
            },
            error => Do(WalkAction.Fail(Background.Describe(error))));
    }

    /// <summary>A line of the title was chosen: what it names is opened, unless it is open already, and the hands are on the walk.</summary>
    public void ChooseTitle(int line)
    {
        if (line < Title.Count && line != Title.IndexOf(opened))
        {
            Open(Title.Models[line].Path);
        }

        if (State.AutoWalk)
        {
            Do(WalkAction.Press(Command.AutoWalk));    // the hands are on the walk now
        }

        Show(Screen.Play);
    }

    /// <summary>Uses other settings from now on and keeps them in their file.</summary>
    public void ChangeSettings(ViewerSettings changed)
    {
        Action keep = Preferences.Change(changed);
        titlePrompt = null;
        background.Start(
            () =>
            {
                keep();
                return static () => { };
            },
            error => Do(WalkAction.Fail(Background.Describe(error))));
    }

    /// <summary>The tile under a framebuffer pixel, or -1.</summary>
    public int TileAt(Vector2 position) => Sheet.IsEmpty ? -1 : Plan.TileAt((int)position.X, (int)position.Y);

    /// <summary>Where the face's picture lies in its room: left edge and width.</summary>
    public (int Left, int Width) FaceSpan(in ScenePlan plan)
    {
        GridLayout face = GridLayout.Fit(
            Math.Max(1, Generator?.Width ?? 1), Math.Max(1, Generator?.Height ?? 1), plan.Face, Layout.Scaling);
        return (face.X, face.TileWidth);
    }

    /// <summary>Time passes: messages that came back, flight, the next request, the newest picture.</summary>
    public void Tick(double seconds)
    {
        background.Finish();
        fatal?.Throw();
        Rate.Count(seconds);
        Watch.Advance(seconds, State.Mode);
        if (faces?.Take() is { } drawn)
        {
            Title = drawn;
        }

        Pointer.Advance(seconds);
        FlightInput hands = GamepadAxes.Combine(held.Read(seconds), gamepad);
        Screens.Advance(seconds, gamepad.Thrust);
        FlightInput input = State.Screen == Screen.Play ? hands : default;
        if (input != State.Input)
        {
            Do(WalkAction.Steer(input));
        }

        if (Preferences.Version != comfortVersion)
        {
            comfortVersion = Preferences.Version;
            desk.Fade.IsOff = Preferences.Settings.ReducedMotion;
            Do(WalkAction.SetComfort((float)Preferences.Settings.AttractSeconds, Preferences.Settings.ReducedMotion));
        }

        WalkBehindTitle();
        if (Playback.IsPlaying)
        {
            Playback.Advance(seconds);
        }
        else
        {
            simulation.Advance(seconds);
        }

        Recording.Advance(seconds);
        Shelf.Advance(seconds);
        PlaceOrder();
        desk.Advance(seconds);
        desk.AwaitFace(seconds);
        TakePictures();
        LookInside();
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
        LookInside();
        while (State.Mode == WalkMode.Inspect && inspect.IsBusy)
        {
            Thread.Sleep(1);
            LookInside();
        }
    }

    /// <summary>In place of <see cref="Tick"/>: the frame of a recorded walk at its exact time.</summary>
    public void ShowFrame(int frame, double framesPerSecond)
    {
        background.Finish();
        fatal?.Throw();
        Playback.GoTo(frame, framesPerSecond);
        PlaceOrder();
        desk.Advance(1 / framesPerSecond);
        TakePictures();
    }

    public void Dispose()
    {
        Recording.Finish();
        Film.Dispose();

        // A picture being written is written.
        while (!background.IsIdle)
        {
            background.Finish();
            Thread.Sleep(1);
        }

        Shelf.Finish();
        desk.Dispose();
        faces?.Dispose();
        inspect.Dispose();
        generators.Dispose();
    }

    /// <summary>Something happens to the walk.</summary>
    public void Do(in WalkAction action)
    {
        if (!Playback.Take(action))
        {
            simulation.Do(action);
        }
    }

    // The title lies over a walk that goes on by itself, unless nothing is to move by itself.
    private void WalkBehindTitle()
    {
        if (State.Screen == Screen.Title && !State.AutoWalk && State.IsStanding && Generator is not null && !Preferences.Settings.ReducedMotion)
        {
            Do(WalkAction.Press(Command.AutoWalk));
        }
    }

    private void Perform(Command command)
    {
        switch (command)
        {
            case Command.Save when State.Mode == WalkMode.Journey:
                rumble = true;
                Recording.SavePlan();
                break;
            case Command.Save:
                rumble = true;
                Save();
                break;
            case Command.Keep:
                rumble = true;
                Shelf.Keep();
                break;
            case Command.Record:
                Recording.Toggle();
                break;
            case Command.Film:
                Film.Toggle();
                break;
            case Command.Burst:
                rumble = true;
                Burst.Shoot();
                break;
            case Command.Shelf:
                Shelf.Refresh();
                Do(WalkAction.Press(command));
                break;
            case Command.Filter:
                PictureFilter next = SettingItems.Next(Preferences.Settings.Filter, 1);
                ChangeSettings(Preferences.Settings with { Filter = next });
                Say($"picture filter: {SettingItems.NameOf(next)}");
                break;
            default:
                Do(WalkAction.Press(command));
                break;
        }
    }

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

    private void LookInside()
    {
        if (State.Mode == WalkMode.Inspect && Generator is { } generator && inspect.Look(generator, Face, State.IsResting) is { } problem)
        {
            Do(WalkAction.Fail(problem));
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
        placer ??= new OrderPlacer(desk, generators.Find);
        placer.Place(Order);
    }

    /// <summary>Plays a walk in the place of hands; one that does not fit is refused in words.</summary>
    public void Play(Walk walk)
    {
        try
        {
            Playback.Play(walk);
        }
        catch (BadModelException error)
        {
            Do(WalkAction.Fail(error.Message));
        }
    }

    private void Enter(GeneratorSource source, Waypoint? place, float truncation, bool follow, float[]? classes)
    {
        bool first = Generator is null;
        bool another = !ReferenceEquals(source, Generator);
        generators.Enter(source, follow);
        Watch.Entered();
        if (place is null && first && settings.Seed is { } seed)
        {
            place = Waypoint.OfSeed(seed, source.ZDim);
            truncation = source.Info.Truncation;
        }

        if (another)
        {
            Do(WalkAction.Enter(source.ToModel(settings.Seed), place, truncation, classes));
        }
        else if (place is not null)
        {
            Do(WalkAction.GoTo(place, truncation, classes));
        }

        if (another)
        {
            Shelf.Refresh();
        }

        Do(WalkAction.Recover);
        if (first && Preferences.Problem is { } problem)
        {
            Do(WalkAction.Fail(problem));
        }

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
        // Of the checkpoint that made it, which the timeline may have chosen.
        if (Face.Source is not GeneratorSource source)
        {
            return;
        }

        Func<string> write = saver.Prepare(Face, source.Info);
        background.Start(
            () =>
            {
                string path = write();
                return () => Do(WalkAction.Say($"saved {Path.GetFileName(path)}\nin {Path.GetDirectoryName(path)}"));
            },
            error => Do(WalkAction.Fail(Background.Describe(error))));
    }
}
