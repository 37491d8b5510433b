using System.Runtime.InteropServices;

namespace LatentWalk.Tests.Display;

/// <summary>What a drag source needs of Xlib; layouts are those of 64-bit Linux. Results that say nothing are not declared.</summary>
internal static unsafe partial class XlibNative
{
    internal const int SelectionRequest = 30;
    internal const int SelectionNotify = 31;
    internal const int ClientMessage = 33;
    internal const int PropModeReplace = 0;
    internal const nint CurrentTime = 0;
    internal const int ZPixmap = 2;

    private const string Library = "libX11.so.6";

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint XOpenDisplay(string name);

    [LibraryImport(Library)]
    internal static partial void XCloseDisplay(nint display);

    [LibraryImport(Library)]
    internal static partial nuint XDefaultRootWindow(nint display);

    [LibraryImport(Library)]
    internal static partial nuint XCreateSimpleWindow(
        nint display, nuint parent, int x, int y, uint width, uint height, uint border, nuint borderColor, nuint background);

    [LibraryImport(Library)]
    internal static partial void XDestroyWindow(nint display, nuint window);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nuint XInternAtom(nint display, string name, int onlyIfExists);

    [LibraryImport(Library)]
    internal static partial void XSetSelectionOwner(nint display, nuint selection, nuint owner, nint time);

    [LibraryImport(Library)]
    internal static partial void XSendEvent(nint display, nuint window, int propagate, nint mask, XEvent* sent);

    [LibraryImport(Library)]
    internal static partial void XChangeProperty(
        nint display, nuint window, nuint property, nuint type, int format, int mode, byte* data, int count);

    [LibraryImport(Library)]
    internal static partial int XPending(nint display);

    [LibraryImport(Library)]
    internal static partial void XNextEvent(nint display, XEvent* received);

    [LibraryImport(Library)]
    internal static partial int XGetGeometry(
        nint display, nuint window, out nuint root, out int x, out int y, out uint width, out uint height, out uint border, out uint depth);

    [LibraryImport(Library)]
    internal static partial XImage* XGetImage(
        nint display, nuint window, int x, int y, uint width, uint height, nuint planes, int format);

    [LibraryImport(Library)]
    internal static partial void XDestroyImage(XImage* image);

    [LibraryImport(Library)]
    internal static partial nint XSetErrorHandler(delegate* unmanaged<nint, nint, int> handler);

    [LibraryImport(Library)]
    internal static partial void XFlush(nint display);
}
