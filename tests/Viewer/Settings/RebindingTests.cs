using LatentWalk.Viewer.Input;
using LatentWalk.Viewer.Settings;
using LatentWalk.Walking;
using Silk.NET.Input;

namespace LatentWalk.Viewer.Tests.Settings;

public sealed class RebindingTests
{
    private static readonly ViewerSettings Usual = ViewerSettings.Default;

    [Fact]
    public void A_free_key_is_given_and_the_old_one_does_nothing_any_more()
    {
        (ViewerSettings settings, string said) = Rebinding.GiveKey(Usual, Command.Save, Key.F12);
        KeyMap map = new(settings.Keys);
        Assert.Equal([Key.F12], map.Of(Command.Save));
        Assert.False(map.TryGet(Key.P, out _));
        Assert.Equal("Save picture is F12 now", said);
        Assert.Empty(settings.Validate());
    }

    [Fact]
    public void A_key_of_another_command_is_taken_from_it_and_that_is_said()
    {
        (ViewerSettings settings, string said) = Rebinding.GiveKey(Usual, Command.Save, Key.K);
        Assert.Equal("Save picture is K now; Keep on shelf has none left, but is in the menu", said);
        Assert.Empty(new KeyMap(settings.Keys).Of(Command.Keep));
        (settings, said) = Rebinding.GiveKey(settings, Command.Keep, Key.W);
        Assert.Equal("Keep on shelf is W now; Forward keeps its others", said);
        Assert.Equal([Key.Up], new KeyMap(settings.Keys).Of(Command.Forward));
        Assert.Empty(settings.Validate());
    }

    [Fact]
    public void The_way_out_cannot_be_taken()
    {
        (ViewerSettings settings, string said) = Rebinding.GiveKey(Usual, Command.Save, Key.Escape);
        Assert.Same(Usual, settings);
        Assert.Equal("ESC stays: without it Back would have no key", said);
        (settings, _) = Rebinding.GiveButton(Usual, Command.Save, ButtonName.Start);
        Assert.Same(Usual, settings);
    }

    [Fact]
    public void The_usual_keys_come_back_unless_they_belong_to_another_now()
    {
        (ViewerSettings settings, _) = Rebinding.GiveKey(Usual, Command.Save, Key.F12);
        (ViewerSettings back, string said) = Rebinding.UsualKeys(settings, Command.Save);
        Assert.Equal(Usual, back);
        Assert.Equal("Save picture is P again", said);

        (settings, _) = Rebinding.GiveKey(settings, Command.Random, Key.P);
        (_, said) = Rebinding.UsualKeys(settings, Command.Save);
        Assert.Equal("Save picture's usual key belongs to another command", said);
    }

    [Fact]
    public void Every_command_can_be_given_every_key_one_after_the_other_and_the_settings_stay_valid()
    {
        Key[] keys = [.. Enum.GetValues<Key>().Distinct().Where(key => key != Key.Unknown)];
        Command[] commands = Enum.GetValues<Command>();
        ViewerSettings settings = Usual;
        for (int i = 0; i < 400; i++)
        {
            (settings, string said) = Rebinding.GiveKey(settings, commands[i * 7 % commands.Length], keys[i * 13 % keys.Length]);
            Assert.NotEmpty(said);
        }

        Assert.Empty(settings.Validate());
    }

    [Fact]
    public void Every_value_of_the_settings_screen_steps_both_ways_and_stays_valid()
    {
        foreach (SettingItem item in SettingItems.Picture.Concat(SettingItems.Comfort).Concat(SettingItems.Gamepad))
        {
            ViewerSettings forth = item.Step(Usual, 1);
            Assert.NotEqual(item.Value(Usual), item.Value(forth));
            Assert.Equal(item.Value(Usual), item.Value(item.Step(forth, -1)));
            ViewerSettings settings = Usual;
            for (int i = 0; i < 20; i++)
            {
                settings = item.Step(settings, 1);
                Assert.Empty(settings.Validate());
            }
        }
    }
}
