using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module : IDisposable
        {
            private readonly List<(string Name, Parameter Value)> _parameterList = [];
            private readonly List<(string Name, Tensor Value, bool Persistent)> _bufferList = [];
            private readonly List<(string Name, Module Value)> _childList = [];
            private bool _training = true;

            protected Module(string name) => this.name = name;

            protected string? name;

            public virtual bool training => _training;

            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var (_, child) in named_children()) child.train(train);
            }

            public virtual void eval() => train(false);

            public virtual Module apply(Action<Module> fn)
            {
                ArgumentNullException.ThrowIfNull(fn);
                foreach (var (_, child) in named_children()) child.apply(fn);
                fn(this);
                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    if (set_to_none)
                    {
                        parameter.grad = null;
                        continue;
                    }
                    using var gradient = parameter.grad;
                    gradient?.zero_().Dispose();
                }
            }

            public virtual void register_parameter(string name, Parameter param)
            {
                if (_parameterList.Any(p => p.Name == name)) throw new InvalidOperationException($"Parameter {name} is already registered.");
                if (param is null) return;
                param.DetachFromDisposeScope();
                _parameterList.Add((name, param));
            }

            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                if (_bufferList.Any(b => b.Name == name)) throw new InvalidOperationException($"Tensor {name} is already registered.");
                if (tensor is null) return;
                tensor.DetachFromDisposeScope();
                _bufferList.Add((name, tensor, persistent));
            }

            public virtual void register_module(string name, Module submodule)
            {
                if (_childList.Any(c => c.Name == name)) throw new InvalidOperationException($"Sub-module {name} is already registered.");
                if (submodule is null) return;
                _childList.Add((name, submodule));
            }

            /// <summary>Registers every field that holds a module, a parameter or a tensor (as a buffer); base classes after the class itself.</summary>
            protected virtual void RegisterComponents()
            {
                for (var type = GetType(); type is not null && type != typeof(Module); type = type.BaseType)
                {
                    foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    {
                        var component = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                        switch (field.GetValue(this))
                        {
                            case Module module when _childList.All(c => c.Name != component):
                                register_module(component, module);
                                break;
                            case Parameter parameter when _parameterList.All(p => p.Name != component):
                                register_parameter(component, parameter);
                                break;
                            case Tensor tensor when tensor is not Modules.Parameter && _bufferList.All(b => b.Name != component):
                                register_buffer(component, tensor);
                                break;
                        }
                    }
                }
            }

            /// <summary>Sets a component's field and its registration together.</summary>
            internal static void Assign<T>(Module owner, ref T? field, string component, T? value) where T : Tensor
            {
                field = value;
                owner._parameterList.RemoveAll(p => p.Name == component);
                owner._bufferList.RemoveAll(b => b.Name == component);
                if (value is Parameter parameter) owner.register_parameter(component, parameter);
                else if (value is not null) owner.register_buffer(component, value);
            }

            protected void ClearModules() => _childList.Clear();

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var (_, parameter) in _parameterList) parameter.Dispose();
                foreach (var (_, buffer, _) in _bufferList) buffer.Dispose();
                foreach (var (_, child) in _childList) child.Dispose();
            }
        }
    }
}
