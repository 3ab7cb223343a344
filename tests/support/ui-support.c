/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "ui-support"

#include "ui-support.h"

#include "watchdog.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <libintl.h>
#include <locale.h>

/* What tests of widgets need: waiting, finding, real clicks and keys, pictures. Runs under tests/headless.sh.
 * GTK 4 makes no events of its own, so they come from the X server, over a connection of our own. */
static Display *display;

/* The heading of a message, and what a squeezer is about to leave, are measured by libadwaita 1.7 for less than they need, to find
 * out whether they fit; GTK 4.18 warns of that. Of all other widgets it stays an error. */
static gboolean
is_trial (const char *message)
{
  g_auto (GStrv) words = g_strsplit (message, " ", 6); /* Trying to measure TYPE ADDRESS … */
  GtkWidget *widget;

  if (!g_str_has_prefix (message, "Trying to measure Gtk") || g_strv_length (words) < 6)
    return FALSE;
  widget = GSIZE_TO_POINTER (g_ascii_strtoull (words[4], NULL, 16));
  return ADW_IS_SQUEEZER (gtk_widget_get_parent (widget)) ||
         (gtk_widget_get_ancestor (widget, ADW_TYPE_MESSAGE_DIALOG) != NULL &&
          g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), "heading_label") == 0);
}

/* Warnings and criticals end a test. These come from GTK itself and say nothing about the program. */
static gboolean
is_known_noise (const char *message)
{
  static const char *const known[] = {
    "*failed to scroll to given position. Ignoring...",          /* gtklistbase.c, GTK 4.8 */
    "gdk_frame_timings_submitted() called on submitted frame.*", /* X11, GTK 4.24 */
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_pattern_match_simple (known[i], message))
      return TRUE;
  return is_trial (message);
}

/* For g_return_if_fail (), which is logged plainly. */
static gboolean
is_fatal (const char    *domain,
          GLogLevelFlags level,
          const char    *message,
          gpointer       data)
{
  return !is_known_noise (message);
}

/* For g_warning (), which is logged in fields; the default writer aborts on what g_test_init () made fatal. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && is_known_noise (fields[i].value))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/* Sets up the test harness, translations, libadwaita and the connection for pointer and keys. Call it first. */
void
cvn_ui_init (int    *argc,
             char ***argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("CVN_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (argc, argv, NULL);
  g_test_log_set_fatal_handler (is_fatal, NULL);
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_disable_setlocale ();
  adw_init ();
  display = XOpenDisplay (NULL);
  g_assert_nonnull (display);
}

static gboolean
timed_out_cb (gpointer data)
{
  gboolean *late = data;

  *late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Under sanitizers or valgrind set E2E_SLOW to the factor by which all waits grow. */
static guint
stretch (guint ms)
{
  const char *factor = g_getenv ("E2E_SLOW");

  return factor != NULL ? (guint) (ms * g_ascii_strtod (factor, NULL)) : ms;
}

/* One turn of the main loop; what the test does between turns is not the program's time. */
static gboolean
iterate (gboolean may_block)
{
  gboolean dispatched = g_main_context_iteration (NULL, may_block);

  cvn_watchdog_mark ();
  return dispatched;
}

/* Runs the main loop until @condition is true or @timeout_ms have passed; says whether it is true. */
gboolean
cvn_ui_wait (CvnUiCondition condition,
             gpointer       data,
             guint          timeout_ms)
{
  gboolean late = FALSE;
  guint    id = g_timeout_add (stretch (timeout_ms), timed_out_cb, &late);

  while (!condition (data) && !late)
    iterate (TRUE);
  if (!late)
    g_source_remove (id);
  return condition (data);
}

/* Runs the main loop until nothing is pending. */
void
cvn_ui_drain (void)
{
  while (iterate (FALSE))
    ;
}

static void
painted_cb (GdkFrameClock *frame_clock,
            guint         *frames)
{
  (*frames)++;
}

static guint
count_visible (GtkWidget *widget)
{
  guint n = gtk_widget_get_visible (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n > 0; child = gtk_widget_get_next_sibling (child))
    n += count_visible (child);
  return n;
}

/* Runs the main loop until two frames have been drawn, no widget came or went with the last one, and nothing is pending. */
void
cvn_ui_settle (GtkWidget *widget)
{
  GdkFrameClock *frame_clock = gtk_widget_get_frame_clock (widget);
  GtkWidget     *root = GTK_WIDGET (gtk_widget_get_root (widget));
  guint          frames = 0;
  guint          n = 0; /* visible widgets when the last frame was drawn */
  gboolean       late = FALSE;
  guint          id = g_timeout_add (stretch (3000), timed_out_cb, &late);
  gulong         handler = g_signal_connect (frame_clock, "after-paint", G_CALLBACK (painted_cb), &frames);

  for (guint drawn = 0; (drawn < 2 || n != count_visible (root)) && !late; drawn = frames)
    {
      n = count_visible (root);
      while (frames == drawn && !late)
        {
          gdk_frame_clock_request_phase (frame_clock, GDK_FRAME_CLOCK_PHASE_PAINT);
          iterate (TRUE);
        }
    }
  cvn_ui_drain ();
  g_signal_handler_disconnect (frame_clock, handler);
  if (!late)
    g_source_remove (id);
  g_assert_false (late);
}

static GtkWidget *
find (GtkWidget *widget,
      gboolean (*matches) (GtkWidget *, gconstpointer),
      gconstpointer data)
{
  if (matches (widget, data))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_id (GtkWidget    *widget,
        gconstpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

/* Returns: (transfer none) (nullable): the first widget at or below @root with this id in its .ui file */
GtkWidget *
cvn_ui_find_id (GtkWidget  *root,
                const char *buildable_id)
{
  return find (root, has_id, buildable_id);
}

typedef struct
{
  GType       type;
  const char *text;
} TextMatch;

static gboolean
has_text (GtkWidget    *widget,
          gconstpointer data)
{
  static const char *const names[] = { "label", "title", "text", "tooltip-text" };
  const TextMatch         *match = data;

  if (!g_type_is_a (G_OBJECT_TYPE (widget), match->type) || !gtk_widget_get_mapped (widget))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GParamSpec      *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), names[i]);
      g_autofree char *text = NULL;

      if (pspec == NULL || !G_IS_PARAM_SPEC_STRING (pspec))
        continue;
      g_object_get (widget, names[i], &text, NULL);
      if (g_strcmp0 (text, match->text) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer none) (nullable): the first mapped widget of @type whose label, title, text or tooltip is @text */
GtkWidget *
cvn_ui_find_text (GtkWidget  *root,
                  GType       type,
                  const char *text)
{
  TextMatch match = { type, text };

  return find (root, has_text, &match);
}

/* How many widgets at or below @root are of @type. */
guint
cvn_ui_count (GtkWidget *root,
              GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += cvn_ui_count (child, type);
  return n;
}

/* Where the middle of @widget is on the screen. Without a window manager a window sits at 0,0, and a popup at its position
 * relative to its parent. */
static void
find_middle (GtkWidget *widget,
             int       *middle_x,
             int       *middle_y)
{
  GtkNative             *native = gtk_widget_get_native (widget);
  GdkSurface            *surface = gtk_native_get_surface (native);
  const graphene_point_t middle = GRAPHENE_POINT_INIT (gtk_widget_get_width (widget) / 2.f,
                                                       gtk_widget_get_height (widget) / 2.f);
  graphene_point_t       point;
  double                 x, y;

  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &middle, &point));
  gtk_native_get_surface_transform (native, &x, &y);
  while (GDK_IS_POPUP (surface))
    {
      x += gdk_popup_get_position_x (GDK_POPUP (surface));
      y += gdk_popup_get_position_y (GDK_POPUP (surface));
      surface = gdk_popup_get_parent (GDK_POPUP (surface));
    }
  *middle_x = (int) (point.x + x);
  *middle_y = (int) (point.y + y);
}

/* Clicks the middle of @widget with the pointer. */
void
cvn_ui_click (GtkWidget *widget)
{
  int x, y;

  find_middle (widget, &x, &y);
  XTestFakeMotionEvent (display, -1, x, y, 0);
  XTestFakeButtonEvent (display, 1, True, 0);
  XTestFakeButtonEvent (display, 1, False, 0);
  XSync (display, False);
}

/* How often the pointer is moved before a drop is given up. */
#define MAX_MOTIONS 500

/* Drags the middle of @from to the middle of @to with the pointer, until @to is ready to have it: it takes some frames until a
 * drag begins, and some until what is below the pointer has answered. Fails the test when it never is. */
void
cvn_ui_drag (GtkWidget *from,
             GtkWidget *to)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (to));
  int        x, y, to_x, to_y;

  cvn_ui_settle (root);
  find_middle (from, &x, &y);
  find_middle (to, &to_x, &to_y);
  XTestFakeMotionEvent (display, -1, x, y, 0);
  XTestFakeButtonEvent (display, 1, True, 0);
  XSync (display, False);
  cvn_ui_settle (root);
  for (int i = 1; i < MAX_MOTIONS && (gtk_widget_get_state_flags (to) & GTK_STATE_FLAG_DROP_ACTIVE) == 0; i++)
    {
      int part = MIN (i, 10);

      XTestFakeMotionEvent (display, -1, x + (to_x - x) * part / 10 + i % 2, y + (to_y - y) * part / 10, 0);
      XSync (display, False);
      cvn_ui_settle (root);
    }
  g_assert_true ((gtk_widget_get_state_flags (to) & GTK_STATE_FLAG_DROP_ACTIVE) != 0);
  XTestFakeButtonEvent (display, 1, False, 0);
  XSync (display, False);
}

static void
press (KeySym   symbol,
       gboolean down)
{
  XTestFakeKeyEvent (display, XKeysymToKeycode (display, symbol), down, 0);
}

static void
tap (KeySym symbol)
{
  KeyCode  code = XKeysymToKeycode (display, symbol);
  gboolean shifted = XkbKeycodeToKeysym (display, code, 0, 0) != symbol;

  g_assert_cmpuint (code, !=, 0);
  if (shifted)
    press (XK_Shift_L, TRUE);
  press (symbol, TRUE);
  press (symbol, FALSE);
  if (shifted)
    press (XK_Shift_L, FALSE);
  XSync (display, False);
}

/* Types ASCII text with real keys: each such character is its own key symbol. */
void
cvn_ui_type (const char *text)
{
  for (; *text != '\0'; text++)
    tap ((KeySym) *text);
}

/* Presses one key by its X name, with modifiers before it: "Return", "ctrl+q", "ctrl+shift+z". */
void
cvn_ui_key (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "+", -1);
  const guint last = g_strv_length (parts) - 1;
  static const struct
  {
    const char *name;
    KeySym      symbol;
  } modifiers[] = { { "ctrl", XK_Control_L }, { "shift", XK_Shift_L }, { "alt", XK_Alt_L } };

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (last > 0 && g_strv_contains ((const char *const *) parts, modifiers[i].name))
      press (modifiers[i].symbol, TRUE);
  tap (XStringToKeysym (parts[last]));
  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (last > 0 && g_strv_contains ((const char *const *) parts, modifiers[i].name))
      press (modifiers[i].symbol, FALSE);
  XSync (display, False);
}

/* Writes a picture of @widget to @path, and says whether it could. The size is the paintable's: the widget's own
 * leaves out a window's border, and the picture would be scaled. */
gboolean
cvn_ui_screenshot (GtkWidget  *widget,
                   const char *path)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GskRenderer *renderer;
  int          width, height;

  cvn_ui_settle (widget);
  width = gdk_paintable_get_intrinsic_width (paintable);
  height = gdk_paintable_get_intrinsic_height (paintable);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return FALSE;
  renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  return gdk_texture_save_to_png (texture, path);
}
