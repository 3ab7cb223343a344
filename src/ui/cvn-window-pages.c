/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-window-pages"

#include "cvn-first-frame.h"
#include "cvn-focus.h"
#include "cvn-page-registry.h"
#include "cvn-style.h"
#include "cvn-window-private.h"

#include <glib/gi18n-lib.h>

static void
first_frame_cb (GtkWidget *page)
{
  cvn_page_activate (CVN_PAGE (page));
}

static void
page_changed_cb (CvnWindow *self)
{
  const CvnPageInfo *info;

  if (self->page == NULL)
    return;
  info = cvn_page_registry_find (cvn_window_get_page_name (self));
  cvn_text_set_text (self->page_title, cvn_page_get_title (self->page) != NULL ? cvn_page_get_title (self->page) : _(info->title));
  cvn_window_update_back (self);
  cvn_window_update_actions (self);
}

static gboolean
changed_cb (gpointer data)
{
  CvnWindow *self = data;

  self->changed_id = 0;
  page_changed_cb (self);
  return G_SOURCE_REMOVE;
}

/* A page may fold while sizes are handed out, and the header bar must not change then. */
static void
page_notify_cb (CvnWindow *self)
{
  if (self->changed_id == 0)
    self->changed_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, changed_cb, self, NULL);
}

static CvnPage *
make_page (CvnWindow         *self,
           const CvnPageInfo *info)
{
  static const char *const watched[] = { "notify::title", "notify::can-go-back", "notify::can-add", "notify::can-export" };
  GtkWidget               *page;

  if (!g_str_equal (info->name, "overview"))
    cvn_style_load_rest ();
  page = g_object_new (info->get_type (), "centre", self->centre, "area", info->area, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (page, watched[i], G_CALLBACK (page_notify_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->pages, page, info->name);
  if (cvn_page_is_light (CVN_PAGE (page)))
    cvn_page_activate (CVN_PAGE (page));
  else
    /* A list costs more than all the rest of the window. */
    cvn_first_frame_wait (page, first_frame_cb);
  return CVN_PAGE (page);
}

/* The page called @name, made if this is the first visit. */
static CvnPage *
find_page (CvnWindow         *self,
           const CvnPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->name);

  return page != NULL ? CVN_PAGE (page) : make_page (self, info);
}

/** cvn_window_get_page: the page on the screen, owned by the window; NULL while no centre is open. */
CvnPage *
cvn_window_get_page (CvnWindow *self)
{
  return self->page;
}

/** cvn_window_get_page_name: what the registry calls the page on the screen; NULL while no centre is open. */
const char *
cvn_window_get_page_name (CvnWindow *self)
{
  return self->page == NULL ? NULL : gtk_stack_get_visible_child_name (self->pages);
}

/**
 * cvn_window_show_child:
 *
 * For the window itself: shows @child in the place of the pages. A stack only hides what it does not show, and GTK goes on
 * giving that its style: of every page ever visited, at one go, whenever another window comes to the front.
 */
void
cvn_window_show_child (CvnWindow *self,
                       GtkWidget *child)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->pages);

  gtk_widget_set_visible (child, TRUE);
  gtk_stack_set_visible_child (self->pages, child);
  if (shown != NULL && shown != child)
    gtk_widget_set_visible (shown, FALSE);
}

/** cvn_window_show_page: shows the page called @name; an unknown name shows the first page. */
void
cvn_window_show_page (CvnWindow  *self,
                      const char *name)
{
  const CvnPageInfo *info = cvn_page_registry_find (name);
  guint              n_pages;

  if (info == NULL)
    info = cvn_page_registry_list (&n_pages);
  self->page = find_page (self, info);
  cvn_window_show_child (self, GTK_WIDGET (self->page));
  cvn_sidebar_select (self->sidebar, info->name);
  g_settings_set_string (self->settings, "last-page", info->name);
  if (cvn_shell_is_folded (self->shell))
    cvn_shell_show_sidebar (self->shell, FALSE);
  page_changed_cb (self);
}

/** cvn_window_update_back: the back button closes what slid in, and else leads to the sidebar of a narrow window. */
void
cvn_window_update_back (CvnWindow *self)
{
  gboolean can_go_back = FALSE;

  if (self->page != NULL)
    g_object_get (self->page, "can-go-back", &can_go_back, NULL);
  gtk_widget_set_visible (self->back, can_go_back || cvn_shell_is_folded (self->shell));
}

static CvnWindow *
find_window (GtkWidget *from)
{
  GtkRoot *root = gtk_widget_get_root (from);

  return CVN_IS_WINDOW (root) ? CVN_WINDOW (root) : NULL;
}

/* The page that a record of @kind belongs on. */
static const CvnPageInfo *
find_home (const char *kind_name)
{
  const CvnKind     *kind = cvn_kind_find (kind_name);
  guint              n_pages;
  const CvnPageInfo *pages = cvn_page_registry_list (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    if (kind != NULL && pages[i].area == (int) kind->area)
      return &pages[i];
  return cvn_page_registry_find ("registers");
}

/* The keyboard goes along to what was opened, and does not stay with what opened it. */
static void
take_focus (CvnWindow *self)
{
  if (cvn_focus_get_inside (GTK_WIDGET (self->page)) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

/* Shows the first of the pages named that can do it. */
static void
try_pages (CvnWindow         *self,
           const CvnPageInfo *first,
           gboolean (*open) (CvnPage *page, gpointer data),
           gpointer data)
{
  const CvnPageInfo *candidates[] = { first, cvn_page_registry_find ("registers") };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      CvnPage *page = find_page (self, candidates[i]);

      if (open (page, data))
        {
          cvn_page_activate (page);
          cvn_window_show_page (self, candidates[i]->name);
          take_focus (self);
          return;
        }
    }
  g_debug ("No page shows this");
}

typedef struct
{
  const char     *name; /* of the kind or the figure */
  const char     *id;
  const CvnQuery *query;
  const char     *title;
  CvnRecord      *values;
  GHashTable     *names;
} Wish;

static gboolean
open_record (CvnPage *page,
             gpointer data)
{
  const Wish *wish = data;

  return cvn_page_open_record (page, wish->name, wish->id);
}

static gboolean
open_list (CvnPage *page,
           gpointer data)
{
  const Wish *wish = data;

  return cvn_page_open_list (page, wish->query, wish->title);
}

static gboolean
open_figure (CvnPage *page,
             gpointer data)
{
  const Wish *wish = data;

  return cvn_page_open_figure (page, wish->name);
}

static gboolean
add_record (CvnPage *page,
            gpointer data)
{
  const Wish *wish = data;

  return cvn_page_add_record (page, wish->values, wish->names);
}

/** cvn_window_add_record: shows the form of a new record, as cvn_page_add_record(), on the page that it belongs to. */
void
cvn_window_add_record (GtkWidget  *from,
                       CvnRecord  *values,
                       GHashTable *names)
{
  CvnWindow *self = find_window (from);
  Wish       wish = { .values = values, .names = names };

  if (self != NULL)
    try_pages (self, find_home (cvn_record_get_kind (values)->name), add_record, &wish);
}

/** cvn_window_open_record: shows the record @id of the kind named @kind on the page that it belongs to. */
void
cvn_window_open_record (GtkWidget  *from,
                        const char *kind,
                        const char *id)
{
  CvnWindow *self = find_window (from);
  Wish       wish = { .name = kind, .id = id };

  if (self != NULL)
    try_pages (self, find_home (kind), open_record, &wish);
}

/** cvn_window_open_list: shows the records of @query, copied, under @title. */
void
cvn_window_open_list (GtkWidget      *from,
                      const CvnQuery *query,
                      const char     *title)
{
  CvnWindow *self = find_window (from);
  Wish       wish = { .query = query, .title = title };

  if (self != NULL)
    try_pages (self, cvn_page_registry_find ("registers"), open_list, &wish);
}

/** cvn_window_open_figure: shows the rule of the figure @name and the rows behind it. */
void
cvn_window_open_figure (GtkWidget  *from,
                        const char *name)
{
  CvnWindow *self = find_window (from);
  Wish       wish = { .name = name };

  if (self != NULL)
    try_pages (self, cvn_page_registry_find ("overview"), open_figure, &wish);
}

static void
dismissed_cb (CvnWindow *self,
              AdwToast  *toast)
{
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

/** cvn_window_drop_undo_toast: for the window itself: takes back the offer to undo, which would undo something else by now. */
void
cvn_window_drop_undo_toast (CvnWindow *self)
{
  if (self->toast != NULL && g_strcmp0 (adw_toast_get_action_name (self->toast), "win.undo") == 0)
    adw_toast_dismiss (self->toast);
}

/* What is new comes at once: a toast that waits to be answered would hold up all others. */
static void
add_toast (CvnWindow *self,
           AdwToast  *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What of the window's width a toast does not use for its words, in pixels: its margins and the button that closes it; the edges of
 * the other button; and about a letter. */
#define TOAST_EDGES  118
#define TOAST_BUTTON 50
#define TOAST_LETTER 9

/* A toast is as high as it has to be at the width that it likes best: its words must not like more than there is. */
static int
find_toast_letters (CvnWindow  *self,
                    const char *button)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - TOAST_EDGES;

  if (button != NULL)
    room -= TOAST_BUTTON + TOAST_LETTER * (int) g_utf8_strlen (button, -1);
  return CLAMP (room / TOAST_LETTER, 9, 45);
}

/* Its own title would be cut where it is longer than the window is wide. */
static AdwToast *
make_toast (CvnWindow  *self,
            const char *text,
            const char *button)
{
  GtkWidget *label = gtk_label_new (text);
  AdwToast  *toast = adw_toast_new ("");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), find_toast_letters (self, button));
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  if (button != NULL)
    adw_toast_set_button_label (toast, button);
  return toast;
}

/** cvn_window_show_toast: says @text at the bottom of the window for a moment, with a button Undo if @undo. */
void
cvn_window_show_toast (GtkWidget  *from,
                       const char *text,
                       gboolean    undo)
{
  CvnWindow *self = find_window (from);
  AdwToast  *toast;

  if (self == NULL)
    return;
  toast = make_toast (self, text, undo ? _("_Undo") : NULL);
  if (undo)
    adw_toast_set_action_name (toast, "win.undo");
  add_toast (self, toast);
}

/** cvn_window_show_offer: as cvn_window_show_toast(), with a button that activates @action with the text @target. */
void
cvn_window_show_offer (GtkWidget  *from,
                       const char *text,
                       const char *button,
                       const char *action,
                       const char *target)
{
  CvnWindow *self = find_window (from);
  AdwToast  *toast;

  if (self == NULL)
    return;
  toast = make_toast (self, text, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target (toast, "s", target);
  adw_toast_set_timeout (toast, 0);
  add_toast (self, toast);
}
