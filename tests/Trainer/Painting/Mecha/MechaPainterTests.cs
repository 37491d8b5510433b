using System.Security.Cryptography;
using LatentWalk.Imaging;
using LatentWalk.Trainer.Painting;
using LatentWalk.Trainer.Painting.Mecha;
using Xunit;

namespace LatentWalk.Trainer.Tests.Painting.Mecha;

public sealed class MechaPainterTests
{
    private const int Side = 128;

    // One property for each row, with a value that differs from the plain robot's.
    private static readonly Dictionary<string, Func<MechaTraits, MechaTraits>> s_changes = new()
    {
        ["faction"] = t => t with { Faction = Faction.Legion },
        ["facing"] = t => t with { Facing = Facing.Right },
        ["build"] = t => t with { Build = Build.Slender },
        ["chest"] = t => t with { Chest = ChestKind.Core },
        ["scheme"] = t => t with { Scheme = 1 },
        ["pattern"] = t => t with { Pattern = 2 },
        ["crest"] = t => t with { Crest = true },
        ["marking"] = t => t with { Marking = 2 },
        ["tint"] = t => t with { Tint = (0.04f, -0.04f, -0.04f) },
        ["girth"] = t => t with { Girth = 1.07 },
        ["head size"] = t => t with { HeadSize = 1.06 },
        ["shoulder size"] = t => t with { ShoulderSize = 1.1 },
        ["stance"] = t => t with { Stance = 1 },
        ["knees"] = t => t with { Knees = 1 },
        ["arms"] = t => t with { Arms = (1, 1) },
        ["elbows"] = t => t with { Elbows = (1, 1) },
        ["lean"] = t => t with { Lean = 0.006 },
        ["ground"] = t => t with { Ground = 1 },
        ["size"] = t => t with { Size = 0.96 },
        ["offset"] = t => t with { OffsetX = 1.5 },
        ["weapon's turn"] = t => t with { Weapon = WeaponKind.Lance, WeaponTurn = 0.03 },
        ["wings' spread"] = t => t with { Wings = WingKind.Blades, Spread = 0.03 },
        ["gaze"] = t => t with { Head = HeadKind.MonoEye, Gaze = 1 },
    };

    public static TheoryData<string> Changes => [.. s_changes.Keys];

    // Painted with additions, multiplications, divisions and square roots alone: these bytes on every machine.
    [Fact]
    public void The_first_24_robots_of_seed_1_are_these_bytes()
    {
        byte[][] robots = Paint(1, 24, Side);
        Save("painted-mecha.png", robots, 8);
        Assert.Equal("5152de05811c108b89a929388e0a717da817c10a71f444a6c5ffce0f356dd90f", Convert.ToHexStringLower(SHA256.HashData(robots.SelectMany(r => r).ToArray())));
    }

    [Fact]
    public void A_canvas_that_was_used_before_paints_the_same_bytes()
    {
        byte[][] robots = Paint(1, 8, Side);
        for (int i = 0; i < robots.Length; i++)
        {
            Assert.Equal(robots[i], MechaPainter.Paint(TraitDraw.Draw(1, i), new Canvas(Side)));
        }
    }

    [Fact]
    public void Other_numbers_and_other_seeds_are_other_robots()
    {
        string[] hashes = [.. Paint(1, 40, 64).Concat(Paint(2, 40, 64)).Select(r => Convert.ToHexString(SHA256.HashData(r)))];
        Assert.Equal(80, hashes.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_trait_is_seen(string trait)
    {
        MechaTraits one = trait switch
        {
            "weapon's turn" => s_changes[trait](Plain) with { WeaponTurn = -0.03 },
            "wings' spread" => s_changes[trait](Plain) with { Spread = -0.03 },
            "gaze" => s_changes[trait](Plain) with { Gaze = -1 },
            _ => Plain,
        };
        Assert.InRange(Differing(one, s_changes[trait](Plain)), 6, Side * Side);
    }

    [Fact]
    public void Every_kind_of_every_part_looks_like_no_other()
    {
        AssertDistinct<HeadKind>(kind => Plain with { Head = kind }, 40);
        AssertDistinct<HeadKind>(kind => Plain with { Head = kind, Crest = true }, 40);
        AssertDistinct<ChestKind>(kind => Plain with { Chest = kind }, 40);
        AssertDistinct<ShoulderKind>(kind => Plain with { Shoulders = kind }, 40);
        AssertDistinct<LegKind>(kind => Plain with { Legs = kind }, 100);
        AssertDistinct<BackpackKind>(kind => Plain with { Backpack = kind }, 40);
        AssertDistinct<WingKind>(kind => Plain with { Wings = kind }, 300);
        AssertDistinct<WeaponKind>(kind => Plain with { Weapon = kind }, 100);
        AssertDistinct<ShieldKind>(kind => Plain with { Shield = kind }, 100);
        AssertDistinct<Build>(kind => Plain with { Build = kind }, 500);
        AssertDistinct<Faction>(kind => Plain with { Faction = kind }, 500);
    }

    [Fact]
    public void A_robot_that_looks_to_the_right_stands_as_the_mirror_of_one_that_looks_to_the_left()
    {
        for (int i = 0; i < 10; i++)
        {
            MechaTraits traits = TraitDraw.Draw(4, i);
            bool[] left = Robot(traits with { Facing = Facing.Left });
            bool[] right = Robot(traits with { Facing = Facing.Right });
            int apart = Enumerable.Range(0, Side * Side).Count(at => left[at] != right[(at / Side * Side) + Side - 1 - (at % Side)]);

            // Light falls from the same side on both, so that a few plates are as grey as the ground in one of them only.
            Assert.InRange(apart, 0, left.Count(inside => inside) / 12);
        }
    }

    [Fact]
    public void The_background_is_grey_in_every_corner_and_the_robot_fills_its_picture()
    {
        for (int i = 0; i < 60; i++)
        {
            byte[] rgba = MechaPainter.Paint(TraitDraw.Draw(5, i), new Canvas(Side));
            foreach (int at in new[] { 0, Side - 1, Side * (Side - 1), (Side * Side) - 1 })
            {
                Assert.InRange(rgba[4 * at], 0xB0, 0xCC);
                Assert.InRange(Math.Abs(rgba[4 * at] - rgba[(4 * at) + 2]), 0, 8);
            }

            bool[] robot = Robot(TraitDraw.Draw(5, i));
            int top = Array.FindIndex(robot, inside => inside) / Side;
            int bottom = Array.FindLastIndex(robot, inside => inside) / Side;
            Assert.InRange(bottom - top, Side * 55 / 100, Side - 1);
            Assert.InRange(bottom, Side * 92 / 100, Side * 99 / 100);
            Assert.InRange(robot.Count(inside => inside), Side * Side / 9, Side * Side * 3 / 5);
        }
    }

    [Fact]
    public void A_robot_wears_the_colours_of_its_faction_more_than_those_of_any_other()
    {
        int right = 0;
        var canvas = new Canvas(Side);
        for (int i = 0; i < 80; i++)
        {
            MechaTraits traits = TraitDraw.Draw(6, i) with { Tint = default };
            byte[] rgba = MechaPainter.Paint(traits, canvas);
            var best = Enum.GetValues<Faction>().SelectMany(f => Enumerable.Range(0, Palette.SchemeCount).Select(s => (f, s)))
                .MaxBy(pair => Wearing(rgba, Palette.SchemeOf(pair.f, pair.s)));
            right += best == (traits.Faction, traits.Scheme) ? 1 : 0;
        }

        Assert.InRange(right, 76, 80);
    }

    [Theory]
    [InlineData(32, 12)]
    [InlineData(64, 6)]
    [InlineData(100, 8)]
    [InlineData(256, 3)]
    [InlineData(257, 8)]
    public void Another_size_shows_the_same_robot(int size, double allowed)
    {
        for (int i = 0; i < 3; i++)
        {
            MechaTraits traits = TraitDraw.Draw(3, i);
            byte[] usual = MechaPainter.Paint(traits, new Canvas(Side));
            byte[] other = MechaPainter.Paint(traits, new Canvas(size));
            Assert.Equal(size * size * 4, other.Length);
            double difference = Enumerable.Range(0, 256).Average(cell => Math.Abs(Mean(usual, Side, cell) - Mean(other, size, cell)));
            Assert.InRange(difference, 0, allowed);
        }
    }

    [Fact]
    public void Every_value_of_every_label_occurs_and_every_faction_has_every_head()
    {
        MechaTraits[] robots = [.. Enumerable.Range(0, 4000).Select(i => TraitDraw.Draw(5, i))];
        var values = new byte[MechaLabels.Attributes.Count];
        var seen = MechaLabels.Attributes.Select(_ => new HashSet<int>()).ToArray();
        foreach (MechaTraits robot in robots)
        {
            MechaLabels.Write(robot, values);
            for (int i = 0; i < values.Length; i++)
            {
                seen[i].Add(values[i]);
            }
        }

        Assert.Equal(MechaLabels.Attributes.Select(a => a.Names.Count), seen.Select(s => s.Count));
        Assert.Equal(48, robots.Select(r => (r.Faction, r.Head)).Distinct().Count());
        Assert.InRange(robots.Count(r => r.Facing == Facing.Left), 1850, 2150);
    }

    private static MechaTraits Plain => TraitDraw.Draw(1, 0) with
    {
        Faction = Faction.Vanguard, Facing = Facing.Left, Build = Build.Standard, Head = HeadKind.VFin, Chest = ChestKind.Vents, Shoulders = ShoulderKind.Box,
        Legs = LegKind.Straight, Backpack = BackpackKind.Pack, Wings = WingKind.None, Weapon = WeaponKind.None, Shield = ShieldKind.None, Scheme = 0, Pattern = 0,
        Crest = false, Marking = 0, Tint = default, Girth = 1, HeadSize = 1, ShoulderSize = 1, Stance = 0, Knees = 0, Arms = default, Elbows = default,
        Lean = 0, Ground = 0, Size = 1, OffsetX = 0,
    };

    private static void AssertDistinct<T>(Func<T, MechaTraits> of, int fewestPixels)
        where T : struct, Enum
    {
        T[] kinds = Enum.GetValues<T>();
        byte[][] pictures = [.. kinds.Select(kind => MechaPainter.Paint(of(kind), new Canvas(Side)))];
        Save($"mecha-{typeof(T).Name}.png", pictures, pictures.Length);
        for (int a = 0; a < kinds.Length; a++)
        {
            for (int b = 0; b < a; b++)
            {
                Assert.True(Differing(pictures[a], pictures[b]) >= fewestPixels, $"{kinds[a]} and {kinds[b]} look alike: {Differing(pictures[a], pictures[b])} pixels differ");
            }
        }
    }

    private static int Differing(MechaTraits a, MechaTraits b) => Differing(MechaPainter.Paint(a, new Canvas(Side)), MechaPainter.Paint(b, new Canvas(Side)));

    // By more than eyes pass over: 24 levels in all.
    private static int Differing(byte[] a, byte[] b) => Enumerable.Range(0, a.Length / 4).Count(at =>
        Math.Abs(a[4 * at] - b[4 * at]) + Math.Abs(a[(4 * at) + 1] - b[(4 * at) + 1]) + Math.Abs(a[(4 * at) + 2] - b[(4 * at) + 2]) > 24);

    // Where the picture is not its own background, nor the shadow on it.
    private static bool[] Robot(MechaTraits traits)
    {
        byte[] rgba = MechaPainter.Paint(traits, new Canvas(Side));
        Colour ground = Palette.GroundOf(traits.Ground);
        return [.. Enumerable.Range(0, Side * Side).Select(at =>
            !IsNear(rgba, at, ground, 20) && !IsNear(rgba, at, ground.Scale(0.84f), 12))];
    }

    private static bool IsNear(byte[] rgba, int at, Colour colour, double levels) =>
        Math.Abs(rgba[4 * at] - (colour.R * 255)) + Math.Abs(rgba[(4 * at) + 1] - (colour.G * 255)) + Math.Abs(rgba[(4 * at) + 2] - (colour.B * 255)) < levels;

    private static int Wearing(byte[] rgba, Scheme scheme) => Enumerable.Range(0, rgba.Length / 4).Count(at =>
        IsNear(rgba, at, scheme.Main, 8) || IsNear(rgba, at, scheme.Second, 8) || IsNear(rgba, at, scheme.Third, 8));

    private static byte[][] Paint(ulong seed, int count, int size)
    {
        var canvas = new Canvas(size);
        return [.. Enumerable.Range(0, count).Select(i => MechaPainter.Paint(TraitDraw.Draw(seed, i), canvas))];
    }

    private static void Save(string name, byte[][] pictures, int columns)
    {
        var (sheet, width, height) = SampleSheet.Compose(pictures, Side, Side, columns);
        string artifacts = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "artifacts")).FullName;
        PngFile.Write(Path.Combine(artifacts, name), sheet, width, height);
    }

    // One of 16 × 16 cells, of all three channels.
    private static double Mean(byte[] rgba, int size, int cell)
    {
        double sum = 0;
        int left = cell % 16 * size / 16;
        int top = cell / 16 * size / 16;
        int right = ((cell % 16) + 1) * size / 16;
        int bottom = ((cell / 16) + 1) * size / 16;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                int at = ((y * size) + x) * 4;
                sum += rgba[at] + rgba[at + 1] + rgba[at + 2];
            }
        }

        return sum / (3 * (right - left) * (bottom - top));
    }
}
