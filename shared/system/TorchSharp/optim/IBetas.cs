namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
