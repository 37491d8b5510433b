namespace TorchSharp;

public static class ModuleExtensionMethods
{
    public static T to<T>(this T module, torch.Device device, bool non_blocking = false) where T : torch.nn.Module => On(module, device);

    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false) where T : torch.nn.Module => On(module, new torch.Device(deviceType, deviceIndex));

    public static T to<T>(this T module, torch.ScalarType type, bool non_blocking = false) where T : torch.nn.Module
    {
        module.ConvertTo(type);
        return module;
    }

    public static T cpu<T>(this T module, bool non_blocking = false) where T : torch.nn.Module => On(module, torch.CPU);

    private static T On<T>(T module, torch.Device device) where T : torch.nn.Module
    {
        if (device.type != DeviceType.CPU && !(device.type == DeviceType.CUDA && torch.cuda.is_available()))
            throw new InvalidOperationException($"Torch device type {device.type} did not initialise on the current machine.");
        module.MoveTo(device);
        return module;
    }
}
