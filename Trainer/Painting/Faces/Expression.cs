namespace LatentWalk.Trainer.Painting.Faces;

/// <summary>Label of a picture; the number is its class in <c>dataset.json</c>.</summary>
internal enum Expression
{
    Neutral,
    Smile,
    Laugh,
    Surprised,
    Sad,
    Angry,
    Cat,
    Wink,
    Content,
}
