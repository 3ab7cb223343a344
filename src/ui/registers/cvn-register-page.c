/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-register-page"

#include "cvn-register-page.h"

#include "cvn-import-dialog.h"
#include "cvn-kind-choice.h"
#include "cvn-record-form.h"
#include "cvn-record-page.h"
#include "cvn-record.h"
#include "cvn-register-export.h"
#include "cvn-register-list.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnRegisterPage
{
  CvnPage parent_instance;

  CvnKindChoice   *choice;
  GtkWidget       *main; /* what the form slides in beside */
  CvnRegisterList *list;
  AdwLeaflet      *leaflet;
  CvnRecordForm   *form;
  GtkWidget       *pane;
  GHashTable      *unsaved; /* id or, for a new record, name of its kind -> CvnDraft: what was typed is never lost */
  GCancellable    *opening;
  gboolean         entering; /* what is being opened was asked for from elsewhere: the keyboard goes to its form */
};

G_DEFINE_FINAL_TYPE (CvnRegisterPage, cvn_register_page, CVN_TYPE_PAGE)

static char *
dup_key (CvnDraft *draft)
{
  return g_strdup (cvn_draft_is_new (draft) ? cvn_draft_get_kind (draft)->name : cvn_record_get_id (cvn_draft_get_record (draft)));
}

static void
update_page (CvnRegisterPage *self)
{
  CvnPage *page = CVN_PAGE (self);
  gboolean open = gtk_widget_get_visible (self->pane);
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  cvn_page_set_can_go_back (page, open && folded);
  cvn_page_set_can_add (page, cvn_register_list_get_kind (self->list) != NULL);
  cvn_page_set_can_export (page, cvn_register_list_get_kind (self->list) != NULL);
  cvn_record_form_set_can_close (self->form, !folded);
  gtk_widget_set_hexpand (self->pane, folded);
}

/* What is not right yet waits until the record is opened again. */
static void
keep_unsaved (CvnRegisterPage *self,
              CvnDraft        *draft)
{
  g_hash_table_insert (self->unsaved, dup_key (draft), g_object_ref (draft));
  cvn_window_show_toast (GTK_WIDGET (self), _("Not everything is saved yet. What you typed is kept until you open this form again."), FALSE);
}

static void
put_aside (CvnRegisterPage *self)
{
  CvnDraft *draft = cvn_record_form_get_draft (self->form);

  cvn_record_form_leave (self->form);
  if (draft == NULL)
    return;
  /* What was filled in by others than the person, from a quick line, say, is saved when it is left. */
  if (cvn_draft_is_new (draft) && cvn_draft_is_dirty (draft) && !cvn_draft_is_saving (draft))
    cvn_draft_save (draft);
  if (cvn_draft_is_dirty (draft) && !cvn_draft_is_saving (draft))
    keep_unsaved (self, draft);
  cvn_record_form_set_draft (self->form, NULL);
}

static void
close_form (CvnRegisterPage *self)
{
  if (!gtk_widget_get_visible (self->pane))
    return;
  put_aside (self);
  adw_leaflet_set_visible_child (self->leaflet, self->main);
  gtk_widget_set_visible (self->pane, FALSE);
  update_page (self);
  cvn_register_list_focus_rows (self->list);
}

static void
saved_cb (CvnRegisterPage *self,
          gint64           no,
          CvnDraft        *draft)
{
  g_hash_table_remove (self->unsaved, cvn_draft_get_kind (draft)->name);
  g_hash_table_remove (self->unsaved, cvn_record_get_id (cvn_draft_get_record (draft)));
}

/* The file may refuse what was left in good order: a code that another record has, say. */
static void
saving_cb (CvnRegisterPage *self,
           GParamSpec      *pspec,
           CvnDraft        *draft)
{
  if (!cvn_draft_is_saving (draft) && cvn_draft_is_dirty (draft) && cvn_record_form_get_draft (self->form) != draft)
    keep_unsaved (self, draft);
}

static void
stored_cb (CvnRegisterPage *self,
           GParamSpec      *pspec,
           CvnDraft        *draft)
{
  gint64 seq;

  g_object_get (draft, "seq", &seq, NULL);
  if (seq > 0 && cvn_draft_get_kind (draft) == cvn_register_list_get_kind (self->list))
    cvn_register_list_select_seq (self->list, seq);
}

static void
show_draft (CvnRegisterPage *self,
            CvnDraft        *draft)
{
  g_signal_handlers_disconnect_by_data (draft, self);
  g_signal_connect_object (draft, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::saving", G_CALLBACK (saving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::seq", G_CALLBACK (stored_cb), self, G_CONNECT_SWAPPED);
  put_aside (self);
  cvn_record_form_set_draft (self->form, draft);
  gtk_widget_set_visible (self->pane, TRUE);
  adw_leaflet_set_visible_child (self->leaflet, self->pane);
  update_page (self);
  if (cvn_draft_is_new (draft))
    cvn_record_form_focus_first (self->form);
}

/* The form that was left with something wrong in it, if there is one. */
static gboolean
show_unsaved (CvnRegisterPage *self,
              const char      *key)
{
  g_autofree char *found = NULL;
  g_autoptr (CvnDraft) draft = NULL;

  if (!g_hash_table_steal_extended (self->unsaved, key, (gpointer *) &found, (gpointer *) &draft))
    return FALSE;
  show_draft (self, draft);
  return TRUE;
}

static void
show_new (CvnRegisterPage *self,
          const CvnKind   *kind)
{
  g_autoptr (CvnDraft) draft = NULL;

  if (show_unsaved (self, kind->name))
    return;
  draft = cvn_draft_new (cvn_page_get_centre (CVN_PAGE (self)), kind, CVN_ACTION_ADD);
  show_draft (self, draft);
}

static void
record_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (CvnRegisterPage) self = data;
  CvnCentre *centre = cvn_page_get_centre (CVN_PAGE (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecordPage) page = NULL;
  g_autoptr (CvnDraft) draft = NULL;
  CvnRecord *record;
  gint64     seq;

  if (!cvn_centre_is_open (centre))
    return;
  page = cvn_record_page_read_finish (centre, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  record = page != NULL ? g_ptr_array_index (page->records, 0) : NULL;
  if (record == NULL)
    {
      cvn_window_show_toast (GTK_WIDGET (self), error != NULL ? error->message : _("This record is no longer there."), FALSE);
      return;
    }
  draft = cvn_draft_load (centre, record, g_ptr_array_index (page->titles, 0), g_ptr_array_index (page->fields, 0));
  seq = cvn_record_get_seq (record);
  show_draft (self, draft);
  if (self->entering)
    cvn_record_form_focus_first (self->form);
  cvn_register_list_select_seq (self->list, seq);
}

static void
open_id (CvnRegisterPage *self,
         const CvnKind   *kind,
         const char      *id)
{
  CvnDraft *draft = cvn_record_form_get_draft (self->form);

  if (draft != NULL && !cvn_draft_is_new (draft) && g_str_equal (cvn_record_get_id (cvn_draft_get_record (draft)), id))
    {
      if (self->entering)
        cvn_record_form_focus_first (self->form);
      return;
    }
  if (show_unsaved (self, id))
    return;
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  cvn_record_page_read_one_async (cvn_page_get_centre (CVN_PAGE (self)), kind, id, self->opening, record_read_cb, g_object_ref (self));
}

static void
open_cb (CvnRegisterPage *self,
         CvnRow          *row)
{
  CvnRecord *record = cvn_row_get_record (row);

  self->entering = cvn_register_list_is_entered (self->list);
  if (record != NULL)
    open_id (self, cvn_record_get_kind (record), cvn_record_get_id (record));
}

static void
show_duplicate (CvnRegisterPage *self,
                CvnRecord       *record)
{
  g_autoptr (CvnDraft) draft = cvn_draft_duplicate (cvn_page_get_centre (CVN_PAGE (self)), record, NULL);

  show_draft (self, draft);
  cvn_draft_save (draft);
}

static void
duplicate_row_cb (CvnRegisterPage *self,
                  CvnRow          *row)
{
  if (cvn_row_get_record (row) != NULL)
    show_duplicate (self, cvn_row_get_record (row));
}

static void
duplicate_form_cb (CvnRegisterPage *self)
{
  g_autoptr (CvnRecord) record = cvn_record_copy (cvn_draft_get_record (cvn_record_form_get_draft (self->form)));

  show_duplicate (self, record);
}

static void
import_cb (CvnRegisterPage *self,
           GFile           *file)
{
  CvnCentre     *centre = cvn_page_get_centre (CVN_PAGE (self));
  const CvnKind *kind = cvn_register_list_get_kind (self->list);

  if (file != NULL)
    cvn_import_dialog_present (GTK_WIDGET (self), centre, kind, file);
  else
    cvn_import_dialog_choose (GTK_WIDGET (self), centre, kind);
}

static void
chosen_cb (CvnRegisterPage *self,
           gpointer         kind)
{
  close_form (self);
  cvn_page_set_title (CVN_PAGE (self), NULL);
  cvn_register_list_set_kind (self->list, kind);
  update_page (self);
}

static void
ready_cb (CvnRegisterPage *self)
{
  cvn_page_set_ready (CVN_PAGE (self), cvn_register_list_is_ready (self->list));
}

static void
cvn_register_page_activate (CvnPage *page)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (page);

  if (cvn_register_list_get_kind (self->list) == NULL && cvn_kind_choice_get_n (self->choice) > 0)
    chosen_cb (self, (gpointer) cvn_kind_choice_get (self->choice, 0));
}

static void
cvn_register_page_add (CvnPage *page)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (page);

  if (cvn_register_list_get_kind (self->list) != NULL)
    show_new (self, cvn_register_list_get_kind (self->list));
}

static void
cvn_register_page_export (CvnPage *page)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (page);

  cvn_register_export (GTK_WIDGET (self), cvn_page_get_centre (page), cvn_register_list_get_query (self->list));
}

static void
cvn_register_page_go_back (CvnPage *page)
{
  close_form (CVN_REGISTER_PAGE (page));
}

static gboolean
show_kind (CvnRegisterPage *self,
           const CvnKind   *kind)
{
  if (kind == NULL || !cvn_kind_choice_select (self->choice, kind))
    return FALSE;
  if (cvn_register_list_get_kind (self->list) != kind)
    cvn_register_list_set_kind (self->list, kind);
  return TRUE;
}

static gboolean
cvn_register_page_add_record (CvnPage    *page,
                              CvnRecord  *values,
                              GHashTable *names)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (page);
  const CvnKind   *kind = cvn_record_get_kind (values);
  g_autoptr (CvnDraft) draft = NULL;

  if (!show_kind (self, kind))
    return FALSE;
  if (show_unsaved (self, kind->name))
    return TRUE;
  draft = cvn_draft_new (cvn_page_get_centre (page), kind, CVN_ACTION_ADD);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const CvnValue *value = cvn_record_get_value (values, i);

      if (cvn_value_is_none (value))
        continue;
      if (kind->fields[i].refers_to != NULL)
        cvn_draft_set_reference (draft, i, value->text, names != NULL ? g_hash_table_lookup (names, value->text) : NULL);
      else
        cvn_draft_set_value (draft, i, value);
    }
  show_draft (self, draft);
  return TRUE;
}

static gboolean
cvn_register_page_open_record (CvnPage    *page,
                               const char *kind_name,
                               const char *id)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (page);
  const CvnKind   *kind = cvn_kind_find (kind_name);

  if (!show_kind (self, kind))
    return FALSE;
  self->entering = TRUE;
  open_id (self, kind, id);
  return TRUE;
}

static gboolean
cvn_register_page_open_list (CvnPage        *page,
                             const CvnQuery *query,
                             const char     *title)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (page);

  if (!cvn_kind_choice_select (self->choice, cvn_query_get_kind (query)))
    return FALSE;
  close_form (self);
  cvn_page_set_title (page, title);
  cvn_register_list_set_query (self->list, query);
  update_page (self);
  return TRUE;
}

static void
cvn_register_page_constructed (GObject *object)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (object);
  CvnCentre       *centre;
  GtkWidget       *bar;

  G_OBJECT_CLASS (cvn_register_page_parent_class)->constructed (object);
  centre = cvn_page_get_centre (CVN_PAGE (self));
  self->list = CVN_REGISTER_LIST (cvn_register_list_new (centre));
  self->form = CVN_RECORD_FORM (cvn_record_form_new (centre));
  self->choice = CVN_KIND_CHOICE (cvn_kind_choice_new (cvn_page_get_area (CVN_PAGE (self))));
  bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (bar, "cvn-register-choice");
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->choice));
  gtk_widget_set_visible (bar, cvn_page_get_area (CVN_PAGE (self)) >= 0 && cvn_kind_choice_get_n (self->choice) > 1);
  self->main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->main), bar);
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (GTK_BOX (self->main), GTK_WIDGET (self->list));
  self->pane = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->pane), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_set_size_request (GTK_WIDGET (self->form), 350, -1);
  gtk_widget_set_hexpand (GTK_WIDGET (self->form), TRUE);
  gtk_box_append (GTK_BOX (self->pane), GTK_WIDGET (self->form));
  gtk_widget_set_visible (self->pane, FALSE);
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, FALSE);
  gtk_widget_set_hexpand (self->main, TRUE);
  adw_leaflet_append (self->leaflet, self->main);
  adw_leaflet_append (self->leaflet, self->pane);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->leaflet));
  g_signal_connect_object (self->leaflet, "notify::folded", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "add", G_CALLBACK (cvn_page_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "duplicate", G_CALLBACK (duplicate_row_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "import", G_CALLBACK (import_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "export", G_CALLBACK (cvn_page_export), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (close_form), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "duplicate", G_CALLBACK (duplicate_form_cb), self, G_CONNECT_SWAPPED);
}

static void
cvn_register_page_dispose (GObject *object)
{
  CvnRegisterPage *self = CVN_REGISTER_PAGE (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  G_OBJECT_CLASS (cvn_register_page_parent_class)->dispose (object);
}

static void
cvn_register_page_finalize (GObject *object)
{
  g_hash_table_unref (CVN_REGISTER_PAGE (object)->unsaved);
  G_OBJECT_CLASS (cvn_register_page_parent_class)->finalize (object);
}

static void
cvn_register_page_class_init (CvnRegisterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  CvnPageClass *page_class = CVN_PAGE_CLASS (klass);

  object_class->constructed = cvn_register_page_constructed;
  object_class->dispose = cvn_register_page_dispose;
  object_class->finalize = cvn_register_page_finalize;
  page_class->activate = cvn_register_page_activate;
  page_class->add = cvn_register_page_add;
  page_class->add_record = cvn_register_page_add_record;
  page_class->export = cvn_register_page_export;
  page_class->go_back = cvn_register_page_go_back;
  page_class->open_record = cvn_register_page_open_record;
  page_class->open_list = cvn_register_page_open_list;
}

static void
cvn_register_page_init (CvnRegisterPage *self)
{
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/** cvn_register_page_focus_search: puts the cursor in the search of the list. */
void
cvn_register_page_focus_search (CvnRegisterPage *self)
{
  cvn_register_list_focus_search (self->list);
}
