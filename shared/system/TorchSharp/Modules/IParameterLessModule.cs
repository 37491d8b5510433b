namespace TorchSharp.Modules;

public interface IParameterLessModule;
