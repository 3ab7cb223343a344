/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-renewal"

#include "cvn-renewal.h"

#include "cvn-figure-set.h"
#include "cvn-kinds.h"
#include "cvn-operations.h"

struct _CvnRenewal
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
  GArray       *rows;      /* of guint: the agreements that can be renewed, as rows of the figure */
  char         *wanted;    /* id of the agreement, or NULL for the most urgent */
  CvnRecord    *successor; /* of wanted; NULL when there is nothing to renew */
  CvnTable     *preview;
  GError       *error;
  GCancellable *previewing;
  char         *made;
};

static guint changed_signal;

static const char *const figure_names[] = { "agreements", NULL };

G_DEFINE_FINAL_TYPE (CvnRenewal, cvn_renewal, G_TYPE_OBJECT)

static CvnTable *
get_agreements (CvnRenewal *self)
{
  return cvn_figure_set_get (self->figures, "agreements");
}

static const char *
get_id (CvnRenewal *self,
        guint       place)
{
  return cvn_table_get_text (get_agreements (self), g_array_index (self->rows, guint, place), "id");
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (CvnRenewal) self = data;
  GError   *error = NULL;
  CvnTable *preview = cvn_operation_preview_finish (CVN_CENTRE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    {
      g_clear_error (&error);
      return;
    }
  g_clear_object (&self->previewing);
  g_clear_pointer (&self->preview, cvn_table_unref);
  g_clear_error (&self->error);
  self->preview = preview;
  self->error = error;
  g_signal_emit (self, changed_signal, 0);
}

static void
preview (CvnRenewal *self)
{
  g_autoptr (CvnOperation) operation = NULL;

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  if (self->successor == NULL)
    {
      g_clear_pointer (&self->preview, cvn_table_unref);
      g_clear_error (&self->error);
      g_signal_emit (self, changed_signal, 0);
      return;
    }
  operation = cvn_renew_new (self->successor, cvn_centre_get_today (self->centre));
  self->previewing = g_cancellable_new ();
  cvn_operation_preview_async (operation, self->centre, self->previewing, previewed_cb, g_object_ref (self));
}

static void
propose (CvnRenewal *self)
{
  int place = cvn_renewal_get_place (self);

  g_clear_object (&self->successor);
  g_clear_pointer (&self->preview, cvn_table_unref);
  g_clear_error (&self->error);
  if (place >= 0)
    self->successor = cvn_renewal_propose (get_agreements (self), g_array_index (self->rows, guint, place));
  preview (self);
}

/* What is being filled in stays as it is as long as its agreement can still be renewed. */
static void
figures_changed_cb (CvnRenewal *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  self->rows = cvn_renewal_list_rows (get_agreements (self), cvn_centre_get_today (self->centre));
  if (cvn_renewal_get_place (self) < 0)
    {
      g_free (self->wanted);
      self->wanted = self->rows->len > 0 ? g_strdup (get_id (self, 0)) : NULL;
      propose (self);
    }
  else if (self->successor == NULL)
    propose (self);
  else
    preview (self);
}

static void
cvn_renewal_dispose (GObject *object)
{
  CvnRenewal *self = CVN_RENEWAL (object);

  g_cancellable_cancel (self->previewing);
  g_clear_object (&self->previewing);
  g_clear_object (&self->figures);
  g_clear_object (&self->successor);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_renewal_parent_class)->dispose (object);
}

static void
cvn_renewal_finalize (GObject *object)
{
  CvnRenewal *self = CVN_RENEWAL (object);

  g_clear_pointer (&self->preview, cvn_table_unref);
  g_clear_error (&self->error);
  g_array_unref (self->rows);
  g_free (self->wanted);
  g_free (self->made);
  G_OBJECT_CLASS (cvn_renewal_parent_class)->finalize (object);
}

static void
cvn_renewal_class_init (CvnRenewalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_renewal_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_renewal_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_RENEWAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_renewal_init (CvnRenewal *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/** cvn_renewal_new: (transfer full): the renewal of the agreement that is most urgent, which is being read. Main thread. */
CvnRenewal *
cvn_renewal_new (CvnCentre *centre)
{
  CvnRenewal *self = g_object_new (CVN_TYPE_RENEWAL, NULL);

  self->centre = g_object_ref (centre);
  self->figures = cvn_figure_set_new (centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (figures_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_renewal_get_centre: (transfer none): whose agreements these are. */
CvnCentre *
cvn_renewal_get_centre (CvnRenewal *self)
{
  return self->centre;
}

/** cvn_renewal_is_loaded: whether it is known what can be renewed and, if anything can, what would be made. */
gboolean
cvn_renewal_is_loaded (CvnRenewal *self)
{
  return cvn_figure_set_is_loaded (self->figures) && (self->successor == NULL || self->preview != NULL || self->error != NULL);
}

/** cvn_renewal_get_n_agreements: how many agreements have an end and no successor. */
guint
cvn_renewal_get_n_agreements (CvnRenewal *self)
{
  return self->rows->len;
}

/** cvn_renewal_get_title: (transfer none): what one of them is called; the most urgent comes first. */
const char *
cvn_renewal_get_title (CvnRenewal *self,
                       guint       place)
{
  g_return_val_if_fail (place < self->rows->len, NULL);

  return cvn_table_get_text (get_agreements (self), g_array_index (self->rows, guint, place), cvn_interface_language () == CVN_LANGUAGE_EN ? "label_en" : "label");
}

/** cvn_renewal_get_row: the row of the figure agreements that is to be renewed; -1 for none. @agreements is set to the figure. */
int
cvn_renewal_get_row (CvnRenewal *self,
                     CvnTable  **agreements)
{
  int place = cvn_renewal_get_place (self);

  *agreements = get_agreements (self);
  return place >= 0 ? (int) g_array_index (self->rows, guint, place) : -1;
}

/** cvn_renewal_get_place: which of them is to be renewed; -1 for none. */
int
cvn_renewal_get_place (CvnRenewal *self)
{
  for (guint place = 0; place < self->rows->len; place++)
    if (g_strcmp0 (get_id (self, place), self->wanted) == 0)
      return (int) place;
  return -1;
}

/** cvn_renewal_set_place: renews another one; what was filled in is forgotten. */
void
cvn_renewal_set_place (CvnRenewal *self,
                       guint       place)
{
  g_return_if_fail (place < self->rows->len);

  cvn_renewal_set_agreement (self, get_id (self, place));
}

/** cvn_renewal_set_agreement: renews the agreement @id, as soon as it is known; one that cannot be renewed is not minded. */
void
cvn_renewal_set_agreement (CvnRenewal *self,
                           const char *id)
{
  g_autofree char *before = self->wanted;

  self->wanted = g_strdup (id);
  if (g_strcmp0 (before, id) == 0 || !cvn_figure_set_is_loaded (self->figures))
    return;
  if (cvn_renewal_get_place (self) >= 0)
    {
      propose (self);
      return;
    }
  g_free (self->wanted);
  self->wanted = g_steal_pointer (&before);
}

/** cvn_renewal_get_successor: (transfer none) (nullable): the agreement that would be made. */
CvnRecord *
cvn_renewal_get_successor (CvnRenewal *self)
{
  return self->successor;
}

/** cvn_renewal_set_text: fills a text or, in ISO form, a date of the successor in; the preview follows. */
void
cvn_renewal_set_text (CvnRenewal *self,
                      const char *field,
                      const char *text)
{
  const char *given = text != NULL && *text != '\0' ? text : NULL;

  if (self->successor == NULL || g_strcmp0 (cvn_record_get_text (self->successor, field), given) == 0)
    return;
  cvn_record_set_text (self->successor, field, given);
  preview (self);
}

/** cvn_renewal_set_requires_all: whether the successor is complete only when all parties of the agreement have signed it. */
void
cvn_renewal_set_requires_all (CvnRenewal *self,
                              gboolean    requires_all)
{
  if (self->successor == NULL || (cvn_record_get_integer (self->successor, "requires_all") != 0) == requires_all)
    return;
  if (requires_all)
    cvn_record_set_integer (self->successor, "requires_all", 1);
  else
    cvn_record_unset (self->successor, "requires_all");
  preview (self);
}

/** cvn_renewal_get_preview: (transfer none) (nullable): what would be made, see cvn_renew_new(); NULL while that is being read, or refused. */
CvnTable *
cvn_renewal_get_preview (CvnRenewal *self)
{
  return self->preview;
}

/** cvn_renewal_get_error: (transfer none) (nullable): why it would be refused, with the field. */
const GError *
cvn_renewal_get_error (CvnRenewal *self)
{
  return self->error;
}

/** cvn_renewal_run_async: makes the successor as one step that can be undone; ends with cvn_centre_finish(). */
void
cvn_renewal_run_async (CvnRenewal         *self,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  const char *english;
  const char *dutch;
  g_autoptr (CvnOperation) operation = NULL;

  g_return_if_fail (self->successor != NULL);

  english = cvn_record_get_text (self->successor, "title_en");
  dutch = cvn_record_get_text (self->successor, "title_nl");
  operation = cvn_renew_new (self->successor, cvn_centre_get_today (self->centre));
  cvn_operation_set_subject (operation, dutch != NULL ? dutch : english);
  g_free (self->made);
  self->made = g_strdup (cvn_operation_get_id (operation));
  cvn_operation_run_async (operation, self->centre, cancellable, callback, user_data);
}

/** cvn_renewal_get_made: (transfer none) (nullable): the id of the agreement that was made last. */
const char *
cvn_renewal_get_made (CvnRenewal *self)
{
  return self->made;
}
