/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-revisions-window"

#include "cvn-revisions-window.h"

#include "cvn-date.h"
#include "cvn-direction-operations.h"
#include "cvn-operation-dialog.h"
#include "cvn-roadmap-revision.h"
#include "cvn-roadmap-text.h"
#include "cvn-tooltip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CvnRevisionsWindow
{
  AdwWindow parent_instance;

  CvnRoadmapBook *book;
  GPtrArray      *revisions; /* of CvnRecord, the last one first */
  GtkWidget      *toasts;
  GtkWidget      *name;
  GtkWidget      *keep;
  GtkWidget      *keep_box;
  GtkDropDown    *choice;
  GtkWidget *delete;
  GtkWidget *choice_box;
  GtkLabel  *summary;
  GtkWidget *list;
  char      *wanted; /* id of the revision to be shown when it is there */
};

G_DEFINE_FINAL_TYPE (CvnRevisionsWindow, cvn_revisions_window, ADW_TYPE_WINDOW)

static CvnCentre *
get_centre (CvnRevisionsWindow *self)
{
  return cvn_roadmap_book_get_centre (self->book);
}

static CvnRecord *
get_chosen (CvnRevisionsWindow *self)
{
  guint place = gtk_drop_down_get_selected (self->choice);

  return self->revisions != NULL && place < self->revisions->len ? self->revisions->pdata[place] : NULL;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  CvnRecord *one = *(CvnRecord *const *) a;
  CvnRecord *other = *(CvnRecord *const *) b;
  int        order = strcmp (cvn_record_get_text (other, "date"), cvn_record_get_text (one, "date"));

  return order != 0 ? order : (cvn_record_get_seq (other) > cvn_record_get_seq (one)) - (cvn_record_get_seq (other) < cvn_record_get_seq (one));
}

/* "Spring, 1 March 2020" */
static char *
dup_title (CvnRecord *revision)
{
  CvnDate          date;
  g_autofree char *day = NULL;

  if (!cvn_date_parse_iso (cvn_record_get_text (revision, "date"), &date, NULL))
    return g_strdup (cvn_roadmap_pick (revision, "name"));
  day = cvn_date_format (&date, cvn_interface_language ());
  /* Translators: the name of a revision of the roadmap, and its day */
  return g_strdup_printf (_("%1$s, %2$s"), cvn_roadmap_pick (revision, "name"), day);
}

static GPtrArray *
list_kept (CvnRevisionsWindow *self,
           CvnRecord          *revision)
{
  GPtrArray *all = cvn_roadmap_book_get_records (self->book, "roadmap_revision_item");
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (g_strcmp0 (cvn_record_get_text (all->pdata[i], "revision"), cvn_record_get_id (revision)) == 0)
      g_ptr_array_add (kept, all->pdata[i]);
  return kept;
}

static char *
dup_what (const CvnRevisionDifference *difference)
{
  const char *before;
  const char *after;

  if (difference->what == CVN_REVISION_ADDED)
    return g_strdup (_("Was not there then"));
  if (difference->what == CVN_REVISION_GONE)
    return g_strdup (_("Is not there any more"));
  before = *difference->before != '\0' ? difference->before : _("nothing");
  after = *difference->after != '\0' ? difference->after : _("nothing");
  /* Translators: what has changed of a service, then what it was, and what it is now */
  return g_strdup_printf (_("%1$s: %2$s → %3$s"), _(difference->field->label), before, after);
}

/* All that changed of a service stands below its name. */
static guint
fill_differences (CvnRevisionsWindow *self,
                  GPtrArray          *differences)
{
  GtkWidget  *row = NULL;
  const char *service = NULL;
  guint       n = 0;

  for (guint i = 0; i < differences->len; i++)
    {
      const CvnRevisionDifference *difference = differences->pdata[i];
      g_autofree char             *what = dup_what (difference);
      g_autofree char             *both = NULL;

      if (row != NULL && g_strcmp0 (service, difference->service) == 0)
        {
          both = g_strjoin ("\n", adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), what, NULL);
          adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both);
          continue;
        }
      service = difference->service;
      row = adw_action_row_new ();
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), difference->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), what);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      n++;
    }
  return n;
}

static void
show_chosen (CvnRevisionsWindow *self)
{
  CvnRecord *revision = get_chosen (self);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *text = NULL;
  GtkWidget       *child;
  guint            n;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  if (revision == NULL)
    {
      gtk_label_set_label (self->summary, _("No revision was kept yet. Keep the roadmap as it is now under a name; later you see here what has changed since."));
      gtk_widget_set_visible (self->list, FALSE);
      return;
    }
  kept = list_kept (self, revision);
  differences = cvn_roadmap_revision_compare (kept, cvn_roadmap_book_get_sheet (self->book), cvn_interface_language ());
  n = fill_differences (self, differences);
  text = n > 0 ? g_strdup_printf (ngettext ("%u service has changed since then:", "%u services have changed since then:", n), n)
               : g_strdup (_("Nothing has changed since then."));
  gtk_label_set_label (self->summary, text);
  gtk_widget_set_visible (self->list, n > 0);
}

static void
name_changed_cb (CvnRevisionsWindow *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  gtk_widget_set_sensitive (self->keep, *name != '\0' && cvn_operation_dialog_is_allowed (get_centre (self)));
}

static void
fill (CvnRevisionsWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *records = cvn_roadmap_book_get_records (self->book, "roadmap_revision");
  guint      selected = 0;

  if (records == NULL)
    return;
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  self->revisions = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (self->revisions, g_object_ref (records->pdata[i]));
  g_ptr_array_sort (self->revisions, compare_dates);
  for (guint i = 0; i < self->revisions->len; i++)
    {
      g_autofree char *title = dup_title (self->revisions->pdata[i]);

      gtk_string_list_append (titles, title);
      if (g_strcmp0 (cvn_record_get_id (self->revisions->pdata[i]), self->wanted) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (titles));
  if (self->revisions->len > 0)
    gtk_drop_down_set_selected (self->choice, selected);
  gtk_widget_set_visible (self->choice_box, self->revisions->len > 0);
  gtk_widget_set_visible (self->keep_box, !cvn_centre_is_read_only (get_centre (self)));
  gtk_widget_set_visible (self->delete, !cvn_centre_is_read_only (get_centre (self)));
  name_changed_cb (self);
  show_chosen (self);
}

static void
say (CvnRevisionsWindow *self,
     const char         *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (markup));
}

/* Returns: whether it was done */
static gboolean
finish (CvnRevisionsWindow *self,
        GAsyncResult       *result,
        CvnCentre          *centre,
        const char         *text)
{
  g_autoptr (GError) error = NULL;
  gint64 no = cvn_centre_finish (centre, result, &error);

  if (self->book == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  say (self, no < 0 ? error->message : text);
  return no >= 0;
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnRevisionsWindow) self = data;

  gboolean done = finish (self, result, CVN_CENTRE (source), _("The revision is kept."));

  if (self->book == NULL)
    return;
  /* What was typed stays when it was refused. */
  if (done)
    gtk_editable_set_text (GTK_EDITABLE (self->name), "");
  name_changed_cb (self);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CvnRevisionsWindow) self = data;

  finish (self, result, CVN_CENTRE (source), _("The revision is deleted. Undo brings it back."));
}

static void
keep_cb (CvnRevisionsWindow *self)
{
  g_autoptr (CvnRecord) revision = cvn_record_new (cvn_kind_find ("roadmap_revision"));
  g_autoptr (CvnOperation) operation = NULL;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (!gtk_widget_get_sensitive (self->keep))
    return;
  cvn_record_set_text (revision, cvn_interface_language () == CVN_LANGUAGE_EN ? "name_en" : "name_nl", name);
  cvn_record_set_text (revision, "date", cvn_centre_get_today (get_centre (self)));
  operation = cvn_keep_revision_new (revision);
  cvn_operation_set_subject (operation, name);
  g_free (self->wanted);
  self->wanted = g_strdup (cvn_operation_get_id (operation));
  gtk_widget_set_sensitive (self->keep, FALSE);
  cvn_operation_run_async (operation, get_centre (self), NULL, kept_cb, g_object_ref (self));
}

static void
delete_cb (CvnRevisionsWindow *self)
{
  CvnRecord *revision = get_chosen (self);
  g_autoptr (CvnOperation) operation = NULL;

  if (revision == NULL || !cvn_operation_dialog_is_allowed (get_centre (self)))
    return;
  operation = cvn_delete_revision_new (cvn_record_get_id (revision));
  cvn_operation_set_subject (operation, cvn_roadmap_pick (revision, "name"));
  cvn_operation_run_async (operation, get_centre (self), NULL, deleted_cb, g_object_ref (self));
}

static void
cvn_revisions_window_dispose (GObject *object)
{
  CvnRevisionsWindow *self = CVN_REVISIONS_WINDOW (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->wanted, g_free);
  G_OBJECT_CLASS (cvn_revisions_window_parent_class)->dispose (object);
}

static void
cvn_revisions_window_class_init (CvnRevisionsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_revisions_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_keep (CvnRevisionsWindow *self)
{
  GtkWidget *list = gtk_list_box_new ();

  self->keep_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->name = adw_entry_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->name), _("Name of the new revision"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), self->name);
  self->keep = gtk_button_new_with_mnemonic (_("_Keep the Roadmap as It Is"));
  gtk_widget_set_halign (self->keep, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->keep, "suggested-action");
  g_signal_connect_object (self->name, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "entry-activated", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->keep_box), list);
  gtk_box_append (GTK_BOX (self->keep_box), self->keep);
  return self->keep_box;
}

static GtkWidget *
make_choice (CvnRevisionsWindow *self)
{
  self->choice_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self->choice), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Revision"), -1);
  self->delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  cvn_tooltip_set (self->delete, _("Delete This Revision"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->delete), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Delete This Revision"), -1);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (show_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->delete, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->choice_box), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self->choice_box), self->delete);
  return self->choice_box;
}

static GtkWidget *
make_content (CvnRevisionsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), make_choice (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), make_keep (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
cvn_revisions_window_init (CvnRevisionsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _("Revisions of the Roadmap"));
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 600);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), make_content (self));
  gtk_box_append (GTK_BOX (box), self->toasts);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/** cvn_revisions_window_new: the revisions of the roadmap in @book. */
GtkWidget *
cvn_revisions_window_new (CvnRoadmapBook *book)
{
  CvnRevisionsWindow *self = g_object_new (CVN_TYPE_REVISIONS_WINDOW, NULL);

  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cvn_roadmap_book_get_centre (book), "notify::read-only", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/** cvn_revisions_window_present: shows the revisions above the window of @from. */
void
cvn_revisions_window_present (GtkWidget      *from,
                              CvnRoadmapBook *book)
{
  GtkWidget *window;

  if (!cvn_roadmap_book_is_loaded (book))
    return;
  window = cvn_revisions_window_new (book);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (from)));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
