/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner"

#include "cvn-partner.h"

#include "cvn-error.h"
#include "cvn-record.h"
#include "cvn-store.h"

struct _CvnPartner
{
  GObject parent_instance;

  CvnCentre    *centre;
  char         *id;
  CvnRecord    *record; /* NULL before it is there, and when it is gone */
  GPtrArray    *contacts;
  GPtrArray    *interactions;
  CvnFigureSet *figures;
  GCancellable *cancellable;
  GCancellable *reading;
};

typedef enum {
  CHANGED,
  GONE,
  FAILED,
  N_SIGNALS,
} CvnPartnerSignal;

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CvnPartner, cvn_partner, G_TYPE_OBJECT)

static const char *const figures[] = {
  "partner-contributions", "partner-agreements", "partner-decisions", "partner-events", "partner-bookings",
  "partner-packages", "partner-invoices", "registrations-by-municipality", NULL
};

typedef struct
{
  CvnRecord *record;
  GPtrArray *contacts;
  GPtrArray *interactions;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_object (&answer->record);
  g_clear_pointer (&answer->contacts, g_ptr_array_unref);
  g_clear_pointer (&answer->interactions, g_ptr_array_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

/* The records of the kind @name that refer to the organisation @id, sorted as their kind is. */
static GPtrArray *
read_records (CvnReader    *reader,
              const char   *name,
              const char   *id,
              GCancellable *cancellable,
              GError      **error)
{
  const CvnKind *kind = cvn_kind_find (name);
  g_autoptr (CvnQuery) query = cvn_query_new (kind);
  g_autoptr (GArray) seqs = NULL;

  cvn_query_add_text (query, "organisation", CVN_MATCH_EQUAL, id);
  seqs = cvn_reader_list (reader, query, cancellable, error);
  if (seqs == NULL)
    return NULL;
  return cvn_reader_get_rows (reader, kind, (const gint64 *) (gpointer) seqs->data, seqs->len, error);
}

/* An organisation that is gone is an answer, not an error. */
static gpointer
read_partner (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const char *id = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GError) local = NULL;

  answer->record = cvn_reader_get (reader, cvn_kind_find ("organisation"), id, &local);
  if (answer->record == NULL && local != NULL && !g_error_matches (local, CVN_ERROR, CVN_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  answer->contacts = read_records (reader, "contact", id, cancellable, error);
  if (answer->contacts == NULL)
    return NULL;
  answer->interactions = read_records (reader, "interaction", id, cancellable, error);
  return answer->interactions != NULL ? g_steal_pointer (&answer) : NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnPartner) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = cvn_store_read_finish (CVN_STORE (source), result, &error);
  gboolean was_there = self->record != NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  if (answer == NULL)
    {
      g_debug ("The partner could not be read: %s", error->message);
      return;
    }
  g_clear_object (&self->record);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->interactions, g_ptr_array_unref);
  self->record = g_steal_pointer (&answer->record);
  self->contacts = g_steal_pointer (&answer->contacts);
  self->interactions = g_steal_pointer (&answer->interactions);
  if (self->record != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
  else if (was_there)
    g_signal_emit (self, signals[GONE], 0);
}

static void
reload (CvnPartner *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_partner, g_strdup (self->id), g_free, (GDestroyNotify) answer_free, self->reading, read_cb, g_object_ref (self));
}

static void
figures_changed_cb (CvnPartner *self)
{
  if (self->record != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
cvn_partner_dispose (GObject *object)
{
  CvnPartner *self = CVN_PARTNER (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_partner_parent_class)->dispose (object);
}

static void
cvn_partner_finalize (GObject *object)
{
  CvnPartner *self = CVN_PARTNER (object);

  g_free (self->id);
  g_clear_object (&self->record);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->interactions, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (cvn_partner_parent_class)->finalize (object);
}

static void
cvn_partner_class_init (CvnPartnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_partner_dispose;
  object_class->finalize = cvn_partner_finalize;
  signals[CHANGED] = g_signal_new ("changed", CVN_TYPE_PARTNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", CVN_TYPE_PARTNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", CVN_TYPE_PARTNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
cvn_partner_init (CvnPartner *self)
{
  self->cancellable = g_cancellable_new ();
}

/** cvn_partner_new: (transfer full): the organisation @id of @centre, which is being read. Main thread. */
CvnPartner *
cvn_partner_new (CvnCentre  *centre,
                 const char *id)
{
  CvnPartner *self = g_object_new (CVN_TYPE_PARTNER, NULL);

  self->centre = g_object_ref (centre);
  self->id = g_strdup (id);
  self->figures = cvn_figure_set_new (centre, figures);
  cvn_figure_set_set_record (self->figures, id);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (figures_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/** cvn_partner_get_centre: the centre that it is a partner of, owned by it. */
CvnCentre *
cvn_partner_get_centre (CvnPartner *self)
{
  return self->centre;
}

/** cvn_partner_get_id: the id of the organisation. */
const char *
cvn_partner_get_id (CvnPartner *self)
{
  return self->id;
}

/** cvn_partner_is_loaded: whether everything that there is to show is there. */
gboolean
cvn_partner_is_loaded (CvnPartner *self)
{
  return self->record != NULL && cvn_figure_set_is_loaded (self->figures);
}

/** cvn_partner_get_record: the organisation; NULL before it has been read. Owned by the partner. */
CvnRecord *
cvn_partner_get_record (CvnPartner *self)
{
  return self->record;
}

static const char *
get_own_name (CvnPartner *self)
{
  return cvn_record_get_text (self->record, cvn_interface_language () == CVN_LANGUAGE_NL ? "name_nl" : "name_en");
}

/** cvn_partner_get_name: what it is called in the language of the interface, else in the other; "" before it has been read. */
const char *
cvn_partner_get_name (CvnPartner *self)
{
  const char *name;

  if (self->record == NULL)
    return "";
  name = get_own_name (self);
  if (name == NULL)
    name = cvn_record_get_text (self->record, cvn_interface_language () == CVN_LANGUAGE_NL ? "name_en" : "name_nl");
  return name != NULL ? name : "";
}

/** cvn_partner_is_name_foreign: whether there is no name in the language of the interface. */
gboolean
cvn_partner_is_name_foreign (CvnPartner *self)
{
  return self->record != NULL && get_own_name (self) == NULL;
}

/** cvn_partner_get_status: the code of its last decision up to today; NULL when it took none. */
const char *
cvn_partner_get_status (CvnPartner *self)
{
  CvnTable   *decisions = cvn_figure_set_get (self->figures, "partner-decisions");
  const char *today = cvn_centre_get_today (self->centre);

  for (guint row = 0; decisions != NULL && row < cvn_table_get_n_rows (decisions); row++)
    {
      const char *date = cvn_table_get_text (decisions, row, "date");

      if (date == NULL || today == NULL || g_strcmp0 (date, today) <= 0)
        return cvn_table_get_text (decisions, row, "status");
    }
  return NULL;
}

/** cvn_partner_get_contacts: of CvnRecord, by role; NULL before they have been read. Owned by the partner. */
GPtrArray *
cvn_partner_get_contacts (CvnPartner *self)
{
  return self->contacts;
}

/** cvn_partner_get_interactions: of CvnRecord, the last one first; NULL before they have been read. Owned by the partner. */
GPtrArray *
cvn_partner_get_interactions (CvnPartner *self)
{
  return self->interactions;
}

/** cvn_partner_get_figures: all figures that are about this partner, owned by it. */
CvnFigureSet *
cvn_partner_get_figures (CvnPartner *self)
{
  return self->figures;
}

/** cvn_partner_edit: (transfer full): a draft of the organisation itself, or of one of its contacts or interactions. */
CvnDraft *
cvn_partner_edit (CvnPartner *self,
                  CvnRecord  *record)
{
  const CvnKind *kind = cvn_record_get_kind (record);
  g_auto (GStrv) titles = g_new0 (char *, kind->n_fields + 1);
  int field = cvn_kind_find_field (kind, "organisation");

  for (guint i = 0; i < kind->n_fields; i++)
    titles[i] = g_strdup ((int) i == field ? cvn_partner_get_name (self) : "");
  return cvn_draft_load (self->centre, record, "", (const char *const *) titles);
}

/** cvn_partner_add: (transfer full): a draft of a new record of @kind that belongs to this organisation and, if it has a date, to today. */
CvnDraft *
cvn_partner_add (CvnPartner    *self,
                 const CvnKind *kind)
{
  CvnDraft *draft = cvn_draft_new (self->centre, kind, CVN_ACTION_ADD);
  int       organisation = cvn_kind_find_field (kind, "organisation");
  int       date = cvn_kind_find_field (kind, "date");
  g_auto (CvnValue) today = CVN_VALUE_INIT;

  if (organisation >= 0)
    cvn_draft_set_reference (draft, (guint) organisation, self->id, cvn_partner_get_name (self));
  cvn_value_set_text (&today, cvn_centre_get_today (self->centre));
  if (date >= 0)
    cvn_draft_set_value (draft, (guint) date, &today);
  return draft;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnPartner) self = data;
  g_autoptr (GError) error = NULL;

  if (cvn_centre_finish (CVN_CENTRE (source), result, &error) < 0 && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

/** cvn_partner_set_done: marks an interaction as followed up, or not; "changed" or "failed" follows. */
void
cvn_partner_set_done (CvnPartner *self,
                      CvnRecord  *interaction,
                      gboolean    done)
{
  g_autoptr (CvnRecord) after = cvn_record_copy (interaction);
  g_autoptr (CvnChangeSet) changes = cvn_change_set_new (CVN_ACTION_EDIT, cvn_record_get_kind (interaction), cvn_record_get_text (interaction, "subject"));

  cvn_record_set_integer (after, "done", done ? 1 : 0);
  cvn_change_set_edit (changes, interaction, after);
  cvn_centre_apply_async (self->centre, changes, self->cancellable, done_cb, g_object_ref (self));
}
