/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-rule-pane"

#include "cvn-rule-pane.h"

#include "cvn-draft.h"
#include "cvn-record-form.h"
#include "cvn-record-page.h"
#include "cvn-record.h"
#include "cvn-window.h"

#include <glib/gi18n-lib.h>

struct _CvnRulePane
{
  AdwBin parent_instance;

  CvnCentre     *centre;
  CvnRecordForm *form;    /* NULL before it is asked for */
  CvnDraft      *unsaved; /* a new rule that was left unfinished, or NULL */
  GCancellable  *opening;
};

static guint closed_signal;

G_DEFINE_FINAL_TYPE (CvnRulePane, cvn_rule_pane, ADW_TYPE_BIN)

/* What is wrong is kept until the form is opened again. */
static void
closed_cb (CvnRulePane *self)
{
  CvnDraft *draft = cvn_record_form_get_draft (self->form);

  cvn_record_form_leave (self->form);
  if (draft != NULL && cvn_draft_is_dirty (draft) && !cvn_draft_is_saving (draft))
    {
      g_set_object (&self->unsaved, draft);
      cvn_window_show_toast (GTK_WIDGET (self), _("Not everything is saved yet. What you typed is kept until you open this form again."), FALSE);
    }
  cvn_record_form_set_draft (self->form, NULL);
  g_signal_emit (self, closed_signal, 0);
}

static void
show (CvnRulePane *self,
      CvnDraft    *draft)
{
  if (self->form == NULL)
    {
      self->form = CVN_RECORD_FORM (cvn_record_form_new (self->centre));
      cvn_record_form_set_can_close (self->form, TRUE);
      g_signal_connect_object (self->form, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->form));
    }
  cvn_record_form_set_draft (self->form, draft);
  cvn_record_form_focus_first (self->form);
}

static gboolean
show_unsaved (CvnRulePane *self,
              const char  *id)
{
  g_autoptr (CvnDraft) draft = g_steal_pointer (&self->unsaved);

  if (draft == NULL || g_strcmp0 (id, cvn_draft_is_new (draft) ? NULL : cvn_record_get_id (cvn_draft_get_record (draft))) != 0)
    return FALSE;
  show (self, draft);
  return TRUE;
}

static void
set_text (CvnDraft   *draft,
          const char *field,
          const char *code)
{
  g_auto (CvnValue) value = CVN_VALUE_INIT;

  cvn_value_set_text (&value, code);
  cvn_draft_set_value (draft, (guint) cvn_kind_find_field (cvn_draft_get_kind (draft), field), &value);
}

/**
 * cvn_rule_pane_add: a new rule.
 * @agreement: (nullable): id of the agreement it is for, and its @title
 * @start_date: ISO day from which it holds
 */
void
cvn_rule_pane_add (CvnRulePane *self,
                   const char  *agreement,
                   const char  *title,
                   const char  *start_date)
{
  const CvnKind *kind = cvn_kind_find ("contribution_rule");
  g_autoptr (CvnDraft) draft = NULL;

  if (show_unsaved (self, NULL))
    return;
  draft = cvn_draft_new (self->centre, kind, CVN_ACTION_ADD);
  if (agreement != NULL)
    cvn_draft_set_reference (draft, (guint) cvn_kind_find_field (kind, "agreement"), agreement, title);
  set_text (draft, "start_date", start_date);
  set_text (draft, "method", "inhabitants");
  show (self, draft);
  if (agreement != NULL)
    cvn_record_form_focus_field (self->form, "total");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnRulePane) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CvnRecordPage) page = cvn_record_page_read_finish (CVN_CENTRE (source), result, &error);
  g_autoptr (CvnDraft) draft = NULL;
  CvnRecord *record = page != NULL ? g_ptr_array_index (page->records, 0) : NULL;

  if (self->centre == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (record == NULL)
    {
      cvn_window_show_toast (GTK_WIDGET (self), error != NULL ? error->message : _("This record is no longer there."), FALSE);
      g_signal_emit (self, closed_signal, 0);
      return;
    }
  draft = cvn_draft_load (self->centre, record, g_ptr_array_index (page->titles, 0), g_ptr_array_index (page->fields, 0));
  show (self, draft);
}

/** cvn_rule_pane_open: the rule whose id is @rule. */
void
cvn_rule_pane_open (CvnRulePane *self,
                    const char  *rule)
{
  if (show_unsaved (self, rule))
    return;
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();
  cvn_record_page_read_one_async (self->centre, cvn_kind_find ("contribution_rule"), rule, self->opening, read_cb, g_object_ref (self));
}

static void
cvn_rule_pane_dispose (GObject *object)
{
  CvnRulePane *self = CVN_RULE_PANE (object);

  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_object (&self->unsaved);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_rule_pane_parent_class)->dispose (object);
}

static void
cvn_rule_pane_class_init (CvnRulePaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_rule_pane_dispose;
  closed_signal = g_signal_new ("closed", CVN_TYPE_RULE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_rule_pane_init (CvnRulePane *self)
{
}

/** cvn_rule_pane_new: an empty form. */
GtkWidget *
cvn_rule_pane_new (CvnCentre *centre)
{
  CvnRulePane *self = g_object_new (CVN_TYPE_RULE_PANE, NULL);

  self->centre = g_object_ref (centre);
  return GTK_WIDGET (self);
}
