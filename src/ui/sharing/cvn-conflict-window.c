/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-conflict-window"

#include "cvn-conflict-window.h"

#include "cvn-conflict-group.h"
#include "cvn-matters-open.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnConflictWindow
{
  AdwWindow           parent_instance;
  CvnCentre          *centre;
  CvnConflict        *conflict; /* on the screen */
  CvnDraft           *draft;    /* what was picked or written */
  GPtrArray          *documents;
  guint               at;
  GCancellable       *loading;
  AdwWindowTitle     *title;
  GtkLabel           *trouble;
  GtkStack           *stack;
  AdwPreferencesPage *page;
  AdwActionRow       *record;
  GtkBox             *all;
  GtkWidget          *keep;
  GtkWidget          *steps;
  GtkWidget          *undo;
  GPtrArray          *groups; /* of the fields; owned by the page */
};

G_DEFINE_FINAL_TYPE (CvnConflictWindow, cvn_conflict_window, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void show (CvnConflictWindow *self);

static void
show_trouble (CvnConflictWindow *self,
              const char        *message)
{
  gtk_label_set_label (self->trouble, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), message != NULL);
}

static void
update_actions (CvnConflictWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint      n = self->documents->len;

  gtk_widget_action_set_enabled (widget, "conflict.keep", self->conflict != NULL && !cvn_centre_is_read_only (self->centre));
  gtk_widget_action_set_enabled (widget, "conflict.undo", !cvn_centre_is_read_only (self->centre));
  gtk_widget_action_set_enabled (widget, "conflict.previous", self->at > 0);
  gtk_widget_action_set_enabled (widget, "conflict.next", self->at + 1 < n);
  gtk_widget_set_visible (self->steps, n > 1);
}

static void
clear (CvnConflictWindow *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, self->groups->pdata[i]);
  g_ptr_array_set_size (self->groups, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->all))) != NULL)
    gtk_box_remove (self->all, child);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->conflict, cvn_conflict_free);
}

static void
take_all_cb (GtkWidget *button,
             gpointer   data)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (gtk_widget_get_root (button));

  for (guint i = 0; i < self->groups->len; i++)
    cvn_conflict_group_pick (self->groups->pdata[i], GPOINTER_TO_UINT (data));
}

/* One whole version at once. */
static void
add_all (CvnConflictWindow *self,
         guint              n)
{
  const CvnConflictVersion *version = self->conflict->versions->pdata[n];
  GtkWidget                *button;
  g_autofree char          *author = cvn_conflict_dup_author (version);
  g_autofree char          *label = NULL;

  if (version->mine && version->no > 0)
    /* Translators: takes over all values of one of several versions that somebody made at different computers */
    label = g_strdup_printf (_("All of Mine (%u)"), version->no);
  else if (version->mine)
    label = g_strdup (_("All of Mine"));
  else if (version->author != NULL && *version->author != '\0')
    /* Translators: %s is a colleague's name; takes over all values of theirs */
    label = g_strdup_printf (_("All of %s"), author);
  else
    label = g_strdup (_("All of Theirs"));
  button = gtk_button_new_with_label (label);
  g_signal_connect (button, "clicked", G_CALLBACK (take_all_cb), GUINT_TO_POINTER (n));
  gtk_box_append (self->all, button);
}

/* Where the choosing begins; a key that leads through the conflicts may be pressed again. */
static void
take_focus (CvnConflictWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->steps))
    gtk_widget_child_focus (GTK_WIDGET (self->all), GTK_DIR_TAB_FORWARD);
}

static void
show_conflict (CvnConflictWindow *self)
{
  const CvnKind *kind = cvn_record_get_kind (self->conflict->record);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->record), self->conflict->title != NULL ? self->conflict->title : _(kind->label));
  adw_action_row_set_subtitle (self->record, _(kind->label));
  self->draft = cvn_draft_load (self->centre, self->conflict->record, self->conflict->title, (const char *const *) self->conflict->titles);
  cvn_draft_hold (self->draft);
  for (guint i = 0; i < self->conflict->versions->len; i++)
    add_all (self, i);
  for (guint i = 0; i < self->conflict->fields->len; i++)
    {
      GtkWidget *group = cvn_conflict_group_new (self->centre, self->conflict, i, self->draft);

      g_ptr_array_add (self->groups, group);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }
  gtk_stack_set_visible_child_name (self->stack, "choice");
  if (cvn_centre_is_read_only (self->centre))
    show_trouble (self, _("Who only reads along does not choose: a colleague has to."));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  CvnConflict       *conflict = cvn_conflict_load_finish (result, &error);
  CvnConflictWindow *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  clear (self);
  self->conflict = conflict;
  if (conflict != NULL)
    show_conflict (self);
  else
    show_trouble (self, error->message);
  update_actions (self);
  if (conflict != NULL)
    take_focus (self);
}

/* Which of how many. */
static void
show_place (CvnConflictWindow *self)
{
  g_autofree char *place = NULL;

  if (self->documents->len > 1)
    /* Translators: which of how many conflicts */
    place = g_strdup_printf (_("%1$u of %2$u"), self->at + 1, self->documents->len);
  adw_window_title_set_subtitle (self->title, place != NULL ? place : "");
}

static void
show (CvnConflictWindow *self)
{
  show_trouble (self, NULL);
  show_place (self);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  if (self->documents->len == 0)
    {
      clear (self);
      gtk_stack_set_visible_child_name (self->stack, "none");
      update_actions (self);
      return;
    }
  cvn_conflict_load_async (self->centre, self->documents->pdata[self->at], self->loading, loaded_cb, self);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matters = cvn_matters_open_finish (result, &error);
  CvnConflictWindow *self = data;
  g_autofree char   *wanted = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (self->at < self->documents->len)
    wanted = g_strdup (self->documents->pdata[self->at]);
  g_ptr_array_set_size (self->documents, 0);
  self->at = 0;
  for (guint i = 0; matters != NULL && i < matters->len; i++)
    {
      const CvnOpenMatter *matter = matters->pdata[i];

      if (matter->sort != CVN_MATTER_CONFLICT)
        continue;
      if (g_strcmp0 (matter->document, wanted) == 0)
        self->at = self->documents->len;
      g_ptr_array_add (self->documents, g_strdup (matter->document));
    }
  show (self);
}

static void
load_list (CvnConflictWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  cvn_matters_open_async (self->centre, self->loading, listed_cb, self);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnConflictWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!cvn_conflict_choose_finish (result, &error))
    {
      show_trouble (self, error->message);
      update_actions (self);
      return;
    }
  g_signal_emit (self, chosen_signal, 0);
  if (self->centre == NULL)
    return;
  gtk_widget_set_visible (self->undo, TRUE);
  load_list (self);
}

/* The first field that is wrong keeps everything from being written, and says so itself. */
static gboolean
is_right (CvnConflictWindow *self)
{
  for (guint i = 0; i < self->conflict->fields->len; i++)
    if (cvn_draft_get_error (self->draft, g_array_index (self->conflict->fields, CvnConflictField, i).field) != NULL)
      {
        gtk_widget_child_focus (self->groups->pdata[i], GTK_DIR_TAB_FORWARD);
        return FALSE;
      }
  return TRUE;
}

static void
keep_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (widget);

  /* What is being typed is taken over when its row is left. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (self->conflict == NULL || !is_right (self))
    return;
  gtk_widget_action_set_enabled (widget, "conflict.keep", FALSE);
  cvn_conflict_choose_async (self->centre, self->conflict, cvn_draft_get_record (self->draft), chosen_cb, g_object_ref (self));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (CvnConflictWindow) self = data;
  g_autoptr (GError) error = NULL;

  cvn_centre_finish (CVN_CENTRE (source), result, &error);
  if (self->centre == NULL)
    return;
  if (error != NULL)
    show_trouble (self, error->message);
  else
    load_list (self);
}

/* The window lies over all others: the last step is the last choice. */
static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (widget);

  gtk_widget_set_visible (self->undo, FALSE);
  cvn_centre_undo_async (self->centre, NULL, undone_cb, g_object_ref (self));
}

static void
step_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (widget);

  self->at = strcmp (action, "conflict.next") == 0 ? self->at + 1 : self->at - 1;
  show (self);
}

static void
cvn_conflict_window_dispose (GObject *object)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->draft);
  g_clear_object (&self->centre);
  gtk_widget_dispose_template (GTK_WIDGET (self), CVN_TYPE_CONFLICT_WINDOW);
  G_OBJECT_CLASS (cvn_conflict_window_parent_class)->dispose (object);
}

static void
cvn_conflict_window_finalize (GObject *object)
{
  CvnConflictWindow *self = CVN_CONFLICT_WINDOW (object);

  cvn_conflict_free (self->conflict);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (cvn_conflict_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, record);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, all);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, keep);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, steps);
  gtk_widget_class_bind_template_child (widget_class, CvnConflictWindow, undo);
}

static void
cvn_conflict_window_class_init (CvnConflictWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cvn_conflict_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_conflict_window_finalize;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/convenant/Convenant/ui/sharing/cvn-conflict-window.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "conflict.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "conflict.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "conflict.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "conflict.next", NULL, step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "conflict.keep", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_ALT_MASK, "conflict.previous", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_ALT_MASK, "conflict.next", NULL);
}

static void
cvn_conflict_window_init (CvnConflictWindow *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** cvn_conflict_window_new: all there is to choose between, beginning with @document, which may be NULL; to be presented; it belongs to GTK. */
CvnConflictWindow *
cvn_conflict_window_new (GtkWindow  *parent,
                         CvnCentre  *centre,
                         const char *document)
{
  CvnConflictWindow *self = g_object_new (CVN_TYPE_CONFLICT_WINDOW, "transient-for", parent, NULL);

  self->centre = g_object_ref (centre);
  if (document != NULL)
    g_ptr_array_add (self->documents, g_strdup (document));
  update_actions (self);
  load_list (self);
  return self;
}
