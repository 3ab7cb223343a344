/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-similar-partners"

#include "cvn-similar-partners.h"

#include "cvn-identifier.h"
#include "cvn-partner-item.h"
#include "cvn-record.h"
#include "cvn-similar-name.h"
#include "cvn-store.h"

/* An organisation as it is compared. */
typedef struct
{
  char *id;
  char *name;      /* in the interface's language */
  char *folded_nl; /* "" for none */
  char *folded_en;
  char *kvk;
} Known;

struct _CvnSimilarPartners
{
  GObject parent_instance;

  CvnCentre       *centre;
  CvnDraft        *draft;
  GPtrArray       *known; /* of Known; NULL before it is there */
  char            *name_nl;
  char            *name_en;
  char            *kvk;
  const Known     *match;
  CvnSimilarReason reason;
  GCancellable    *reading;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnSimilarPartners, cvn_similar_partners, G_TYPE_OBJECT)

static void
known_free (Known *known)
{
  g_free (known->id);
  g_free (known->name);
  g_free (known->folded_nl);
  g_free (known->folded_en);
  g_free (known->kvk);
  g_free (known);
}

static char *
fold (const char *name)
{
  return cvn_similar_name_fold (name != NULL ? name : "");
}

static Known *
known_new (CvnTable *partners,
           guint     row)
{
  g_autoptr (CvnPartnerItem) item = cvn_partner_item_new (partners, row, cvn_interface_language ());
  Known *known = g_new0 (Known, 1);

  known->id = g_strdup (cvn_partner_item_get_id (item));
  known->name = g_strdup (cvn_partner_item_get_name (item));
  known->folded_nl = fold (cvn_table_get_text (partners, row, "name_nl"));
  known->folded_en = fold (cvn_table_get_text (partners, row, "name_en"));
  known->kvk = g_strdup (cvn_table_get_text (partners, row, "kvk"));
  return known;
}

static gpointer
read_known (CvnReader    *reader,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  CvnFigureArguments arguments = { .today = data };
  g_autoptr (CvnTable) table = cvn_reader_figure (reader, "partner-list", &arguments, error);
  GPtrArray *known;

  if (table == NULL)
    return NULL;
  known = g_ptr_array_new_with_free_func ((GDestroyNotify) known_free);
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    g_ptr_array_add (known, known_new (table, row));
  return known;
}

static gboolean
is_close (const Known *known,
          const char  *folded)
{
  return cvn_similar_name_is_close (folded, known->folded_nl) || cvn_similar_name_is_close (folded, known->folded_en);
}

static gboolean
has_name (const Known *known,
          const char  *folded_nl,
          const char  *folded_en)
{
  return is_close (known, folded_nl) || is_close (known, folded_en);
}

static const Known *
find_match (CvnSimilarPartners *self,
            CvnSimilarReason   *reason)
{
  const char      *own = cvn_record_get_id (cvn_draft_get_record (self->draft));
  g_autofree char *folded_nl = fold (self->name_nl);
  g_autofree char *folded_en = fold (self->name_en);
  const Known     *named = NULL;

  for (guint i = 0; self->known != NULL && i < self->known->len; i++)
    {
      const Known *known = g_ptr_array_index (self->known, i);

      if (!cvn_draft_is_new (self->draft) && g_strcmp0 (known->id, own) == 0)
        continue;
      if (self->kvk != NULL && *self->kvk != '\0' && g_strcmp0 (known->kvk, self->kvk) == 0)
        {
          *reason = CVN_SIMILAR_KVK;
          return known;
        }
      if (named == NULL && has_name (known, folded_nl, folded_en))
        named = known;
    }
  *reason = named != NULL ? CVN_SIMILAR_NAME : CVN_SIMILAR_NONE;
  return named;
}

static void
compare (CvnSimilarPartners *self)
{
  CvnSimilarReason reason;
  const Known     *match = find_match (self, &reason);

  if (match == self->match && reason == self->reason)
    return;
  self->match = match;
  self->reason = reason;
  g_signal_emit (self, changed_signal, 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnSimilarPartners) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (known == NULL || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  /* The match lies in what was known before. */
  self->match = NULL;
  g_clear_pointer (&self->known, g_ptr_array_unref);
  self->known = g_steal_pointer (&known);
  compare (self);
}

static void
reload (CvnSimilarPartners *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_known, g_strdup (cvn_centre_get_today (self->centre)), g_free, (GDestroyNotify) g_ptr_array_unref,
                        self->reading, read_cb, g_object_ref (self));
}

static void
set_text (char      **place,
          const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
take_draft (CvnSimilarPartners *self)
{
  CvnRecord *record = cvn_draft_get_record (self->draft);

  set_text (&self->name_nl, cvn_record_get_text (record, "name_nl"));
  set_text (&self->name_en, cvn_record_get_text (record, "name_en"));
  set_text (&self->kvk, cvn_record_get_text (record, "kvk"));
  compare (self);
}

static void
cvn_similar_partners_dispose (GObject *object)
{
  CvnSimilarPartners *self = CVN_SIMILAR_PARTNERS (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_similar_partners_parent_class)->dispose (object);
}

static void
cvn_similar_partners_finalize (GObject *object)
{
  CvnSimilarPartners *self = CVN_SIMILAR_PARTNERS (object);

  g_clear_pointer (&self->known, g_ptr_array_unref);
  g_clear_object (&self->draft);
  g_free (self->name_nl);
  g_free (self->name_en);
  g_free (self->kvk);
  G_OBJECT_CLASS (cvn_similar_partners_parent_class)->finalize (object);
}

static void
cvn_similar_partners_class_init (CvnSimilarPartnersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_similar_partners_dispose;
  object_class->finalize = cvn_similar_partners_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_SIMILAR_PARTNERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_similar_partners_init (CvnSimilarPartners *self)
{
}

/** cvn_similar_partners_new: (transfer full): compares the organisation in @draft with all others. Main thread. */
CvnSimilarPartners *
cvn_similar_partners_new (CvnCentre *centre,
                          CvnDraft  *draft)
{
  CvnSimilarPartners *self = g_object_new (CVN_TYPE_SIMILAR_PARTNERS, NULL);

  self->centre = g_object_ref (centre);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "field-changed", G_CALLBACK (take_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::is-new", G_CALLBACK (compare), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  take_draft (self);
  reload (self);
  return self;
}

/** cvn_similar_partners_get_reason: what is alike, or CVN_SIMILAR_NONE. */
CvnSimilarReason
cvn_similar_partners_get_reason (CvnSimilarPartners *self)
{
  return self->reason;
}

/** cvn_similar_partners_get_id: the organisation that may be the same; NULL for none. */
const char *
cvn_similar_partners_get_id (CvnSimilarPartners *self)
{
  return self->match != NULL ? self->match->id : NULL;
}

/** cvn_similar_partners_get_name: what it is called; NULL for none. */
const char *
cvn_similar_partners_get_name (CvnSimilarPartners *self)
{
  return self->match != NULL ? self->match->name : NULL;
}

/** cvn_similar_partners_try_text: compares with what is being typed in @field, which the draft does not have yet. */
void
cvn_similar_partners_try_text (CvnSimilarPartners *self,
                               guint               field,
                               const char         *text)
{
  const char *name = cvn_draft_get_kind (self->draft)->fields[field].name;

  if (g_str_equal (name, "name_nl"))
    set_text (&self->name_nl, text);
  else if (g_str_equal (name, "name_en"))
    set_text (&self->name_en, text);
  else if (g_str_equal (name, "kvk"))
    {
      g_free (self->kvk);
      self->kvk = cvn_identifier_normalise (text);
    }
  else
    return;
  compare (self);
}
