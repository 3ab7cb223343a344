/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Only in builds with AddressSanitizer. GLib drops its table of quarks (16 KiB) when a program has made 2048 of
 * them, and a GTK program gets there. The stack that LeakSanitizer sees ends at g_malloc (GLib is built without
 * frame pointers), so no suppression can name it. What the libraries' constructors allocate is therefore not
 * looked at: preinit_array runs before them, the program's own constructors after. */
#include <sanitizer/lsan_interface.h>

static void
look_away (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*before_libraries) (void) = look_away;

__attribute__ ((constructor)) static void
look_again (void)
{
  __lsan_enable ();
}
