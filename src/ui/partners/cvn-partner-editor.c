/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-editor"

#include "cvn-partner-editor.h"

#include "cvn-record-form.h"
#include "cvn-record.h"
#include "cvn-similar-notice.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnPartnerEditor
{
  AdwBin parent_instance;

  CvnCentre        *centre;
  CvnRecordForm    *form;
  CvnSimilarNotice *notice;
  GHashTable       *unsaved; /* id or, for a new record, name of its kind -> CvnDraft */
};

typedef enum {
  CLOSED,
  OPEN,
  N_SIGNALS,
} CvnPartnerEditorSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnPartnerEditor, cvn_partner_editor, ADW_TYPE_BIN)

static const char *
get_key (CvnDraft *draft)
{
  return cvn_draft_is_new (draft) ? cvn_draft_get_kind (draft)->name : cvn_record_get_id (cvn_draft_get_record (draft));
}

static void
open_cb (CvnPartnerEditor *self,
         const char       *id)
{
  g_autofree char *copy = g_strdup (id);

  cvn_partner_editor_close (self);
  g_signal_emit (self, signals[OPEN], 0, copy);
}

static void
cvn_partner_editor_dispose (GObject *object)
{
  CvnPartnerEditor *self = CVN_PARTNER_EDITOR (object);

  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_partner_editor_parent_class)->dispose (object);
}

static void
cvn_partner_editor_finalize (GObject *object)
{
  g_hash_table_unref (CVN_PARTNER_EDITOR (object)->unsaved);
  G_OBJECT_CLASS (cvn_partner_editor_parent_class)->finalize (object);
}

static void
cvn_partner_editor_class_init (CvnPartnerEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_partner_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_partner_editor_finalize;
  signals[CLOSED] = g_signal_new ("closed", CVN_TYPE_PARTNER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CVN_TYPE_DRAFT);
  signals[OPEN] = g_signal_new ("open", CVN_TYPE_PARTNER_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_partner_editor_init (CvnPartnerEditor *self)
{
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/** cvn_partner_editor_new: with no form open. */
GtkWidget *
cvn_partner_editor_new (CvnCentre *centre)
{
  CvnPartnerEditor *self = g_object_new (CVN_TYPE_PARTNER_EDITOR, NULL);
  GtkWidget        *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->centre = g_object_ref (centre);
  self->notice = CVN_SIMILAR_NOTICE (cvn_similar_notice_new ());
  self->form = CVN_RECORD_FORM (cvn_record_form_new (centre));
  gtk_widget_set_vexpand (GTK_WIDGET (self->form), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->notice, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->form, "closed", G_CALLBACK (cvn_partner_editor_close), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/* The form that was left with something wrong in it, else @draft. */
static CvnDraft *
take_unsaved (CvnPartnerEditor *self,
              CvnDraft         *draft)
{
  g_autofree char *key = NULL;
  CvnDraft        *found = NULL;

  if (!g_hash_table_steal_extended (self->unsaved, get_key (draft), (gpointer *) &key, (gpointer *) &found))
    return g_object_ref (draft);
  return found;
}

/** cvn_partner_editor_edit: opens the form of @draft, with the cursor in its first row. */
void
cvn_partner_editor_edit (CvnPartnerEditor *self,
                         CvnDraft         *draft)
{
  g_autoptr (CvnDraft) chosen = take_unsaved (self, draft);

  cvn_record_form_set_draft (self->form, chosen);
  cvn_similar_notice_watch (self->notice, self->centre, chosen, GTK_WIDGET (self->form));
  cvn_record_form_focus_first (self->form);
}

/** cvn_partner_editor_close: saves what is being typed and closes the form; "closed" follows if one was open. */
void
cvn_partner_editor_close (CvnPartnerEditor *self)
{
  CvnDraft *current = cvn_record_form_get_draft (self->form);
  g_autoptr (CvnDraft) draft = NULL;
  gboolean saving;

  if (current == NULL)
    return;
  draft = g_object_ref (current);
  cvn_record_form_leave (self->form);
  g_object_get (draft, "saving", &saving, NULL);
  if (cvn_draft_is_dirty (draft) && !saving)
    {
      g_hash_table_insert (self->unsaved, g_strdup (get_key (draft)), g_object_ref (draft));
      cvn_window_show_toast (GTK_WIDGET (self), _("Not everything is saved yet. What you typed is kept until you open this form again."), FALSE);
    }
  cvn_similar_notice_watch (self->notice, self->centre, NULL, NULL);
  cvn_record_form_set_draft (self->form, NULL);
  g_signal_emit (self, signals[CLOSED], 0, draft);
}

/** cvn_partner_editor_is_open: whether a form is open. */
gboolean
cvn_partner_editor_is_open (CvnPartnerEditor *self)
{
  return cvn_record_form_get_draft (self->form) != NULL;
}

/** cvn_partner_editor_set_can_close: whether the form has a button of its own to close it. */
void
cvn_partner_editor_set_can_close (CvnPartnerEditor *self,
                                  gboolean          can_close)
{
  cvn_record_form_set_can_close (self->form, can_close);
}
