using LatentWalk.Core.Errors;
using LatentWalk.Trainer.Runs;
using Xunit;

namespace LatentWalk.Trainer.Tests.Runs;

public sealed class RunConfigTests
{
    [Fact]
    public void Both_networks_learn_the_classes_of_the_pictures()
    {
        var options = RunConfig.WithClasses(Tiny.Options("acgan-64"), Tiny.ClassPictures());

        Assert.Equal((2, 2), (options.Generator.Classes, options.Discriminator.Classes));
        Assert.Equal(["dark", "bright"], options.Data.Classes);
    }

    [Fact]
    public void Labels_are_left_alone_where_nobody_asked_for_classes()
    {
        var options = Tiny.Options("modern-64");

        Assert.Same(options, RunConfig.WithClasses(options, Tiny.ClassPictures()));
    }

    [Fact]
    public void Classes_cannot_be_learned_from_pictures_without_labels()
    {
        var error = Assert.Throws<BadDataException>(() => RunConfig.WithClasses(Tiny.Options("acgan-64"), Tiny.Pictures()));

        Assert.Equal(
            "condition.kind is 'acgan', which learns two or more classes, but the pictures in 'pictures' have no labels. Sort them into a folder for each class, or add a dataset.json or labels.csv; or train without classes: --condition.kind none.",
            error.Message);
    }

    [Fact]
    public void A_run_is_not_resumed_with_other_classes()
    {
        var set = Tiny.ClassPictures();
        var before = RunConfig.WithClasses(Tiny.Options("acgan-64"), set);
        before = before with { Data = before.Data with { Fingerprint = set.Fingerprint } };
        using var renamed = Tiny.ClassPictures(classes: ["night", "day"]);

        var error = Assert.Throws<BadDataException>(() => RunConfig.RequireSamePictures(before, before, renamed, "runs/faces"));

        Assert.Equal(
            "the classes of the pictures in 'pictures' are 'night', 'day'; the run 'runs/faces' was trained on 'dark', 'bright'. Give it the same labels, or start a new run.",
            error.Message);
    }
}
