using System.Diagnostics;
using System.Text;
using static LatentWalk.Tests.Display.XlibNative;

namespace LatentWalk.Tests.Display;

/// <summary>
/// A program that drops files on another program's window by the XDND protocol, version 5, as a file manager does.
/// One thread: <see cref="Step"/> must be called until <see cref="IsFinished"/>, in between the target must handle its events.
/// </summary>
public sealed unsafe class FileDropSource : IDisposable
{
    private const long Version = 5;

    private readonly nint display;
    private readonly nuint self;
    private readonly nuint target;
    private readonly byte[] uriList;
    private bool dropped;

    public FileDropSource(string displayName, nuint target, IEnumerable<string> paths)
    {
        this.target = target;
        display = XOpenDisplay(displayName);
        if (display == 0)
        {
            throw new InvalidOperationException($"No X display {displayName}.");
        }

        self = XCreateSimpleWindow(display, XDefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
        uriList = Encoding.ASCII.GetBytes(string.Concat(paths.Select(path => new Uri(path).AbsoluteUri + "\r\n")));
        XSetSelectionOwner(display, Atom("XdndSelection"), self, CurrentTime);
        Send("XdndEnter", (nint)(Version << 24), (nint)Atom("text/uri-list"), 0, 0);
        Send("XdndPosition", 0, (100 << 16) | 100, CurrentTime, (nint)Atom("XdndActionCopy"));
        XFlush(display);
    }

    /// <summary>Null until the target has answered whether it takes the files.</summary>
    public bool? IsAccepted { get; private set; }

    /// <summary>True once the target has said that it has the files.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Answers what the target has sent so far.</summary>
    public void Step()
    {
        XEvent received;
        while (XPending(display) > 0)
        {
            XNextEvent(display, &received);
            if (received.Type == SelectionRequest)
            {
                HandOver(&received);
            }
            else if (received.Type == ClientMessage)
            {
                Answer(&received);
            }
        }
    }

    /// <summary>Steps, with <paramref name="pump"/> in between, until the drop is over or time is up; false when it never was.</summary>
    public bool Complete(TimeSpan limit, Action pump)
    {
        var clock = Stopwatch.StartNew();
        while (!IsFinished && clock.Elapsed < limit)
        {
            Step();
            pump();
            Thread.Sleep(1);
        }

        return IsFinished;
    }

    public void Dispose()
    {
        XDestroyWindow(display, self);
        XCloseDisplay(display);
    }

    private void Answer(XEvent* message)
    {
        if (message->MessageType == Atom("XdndStatus"))
        {
            IsAccepted = (message->Data[1] & 1) != 0;
            if (IsAccepted.Value && !dropped)
            {
                dropped = true;
                Send("XdndDrop", 0, CurrentTime, 0, 0);
                XFlush(display);
            }
        }
        else if (message->MessageType == Atom("XdndFinished"))
        {
            IsFinished = true;
        }
    }

    private void HandOver(XEvent* request)
    {
        fixed (byte* bytes = uriList)
        {
            XChangeProperty(
                display, request->Requestor, request->Property, request->Target, 8, PropModeReplace, bytes, uriList.Length);
        }

        XEvent notify = default;
        notify.Type = SelectionNotify;
        notify.NotifyRequestor = request->Requestor;
        notify.NotifySelection = request->Selection;
        notify.NotifyTarget = request->Target;
        notify.NotifyProperty = request->Property;
        notify.NotifyTime = request->Time;
        XSendEvent(display, request->Requestor, 0, 0, &notify);
        XFlush(display);
    }

    private void Send(string message, nint first, nint second, nint third, nint fourth)
    {
        XEvent sent = default;
        sent.Type = ClientMessage;
        sent.Window = target;
        sent.MessageType = Atom(message);
        sent.Format = 32;
        sent.Data[0] = (nint)self;
        sent.Data[1] = first;
        sent.Data[2] = second;
        sent.Data[3] = third;
        sent.Data[4] = fourth;
        XSendEvent(display, target, 0, 0, &sent);
    }

    private nuint Atom(string name) => XInternAtom(display, name, 0);
}
