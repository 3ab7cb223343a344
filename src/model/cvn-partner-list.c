/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-partner-list"

#include "cvn-partner-list.h"

#include "cvn-record.h"
#include "cvn-store.h"

#include <glib/gi18n-lib.h>

/* More than this nobody reads: another word narrows it down. */
#define MAX_FOUND 200
/* Shorter than the time between two keys of somebody who types fast, so that most words are searched once. */
#define PAUSE_MS 60

struct _CvnPartnerList
{
  GObject parent_instance;

  CvnCentre    *centre;
  char         *words;
  char         *kind;
  GPtrArray    *items; /* of CvnPartnerItem */
  GStrv         kinds; /* that there are partners of, in the order of their names */
  guint         n_partners;
  gboolean      loaded;
  GCancellable *reading;
  guint         pause_id;
};

static guint changed_signal;

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_PARTNER_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_PARTNER_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnPartnerList *self = CVN_PARTNER_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnPartnerList, cvn_partner_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

typedef struct
{
  char       *today;
  char       *words;
  char       *kind;
  CvnLanguage language;
} Request;

typedef struct
{
  GPtrArray *items;
  GStrv      kinds;
  guint      n_partners;
} Answer;

static void
request_free (Request *request)
{
  g_free (request->today);
  g_free (request->words);
  g_free (request->kind);
  g_free (request);
}

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->items, g_ptr_array_unref);
  g_strfreev (answer->kinds);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gboolean
is_wanted (const Request  *request,
           CvnPartnerItem *item)
{
  if (request->kind == NULL)
    return TRUE;
  if (g_str_equal (request->kind, CVN_PARTNER_KIND_COVENANT))
    return cvn_partner_item_is_covenant (item);
  return g_strcmp0 (request->kind, cvn_partner_item_get_kind (item)) == 0;
}

static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  return cvn_partner_item_compare (*(CvnPartnerItem *const *) a, *(CvnPartnerItem *const *) b);
}

/* All that are wanted, below headings where there are both sorts of them. */
static void
take_all (Answer        *answer,
          GPtrArray     *all,
          const Request *request)
{
  gboolean has_covenant = FALSE;

  g_ptr_array_sort (all, compare_items);
  for (guint i = 0; i < all->len; i++)
    {
      CvnPartnerItem *item = g_ptr_array_index (all, i);
      gboolean        covenant = cvn_partner_item_is_covenant (item);

      if (!is_wanted (request, item))
        continue;
      if (covenant && !has_covenant)
        g_ptr_array_add (answer->items, cvn_partner_item_new_heading (_("Covenant partners")));
      else if (!covenant && has_covenant)
        g_ptr_array_add (answer->items, cvn_partner_item_new_heading (_("Other organisations")));
      has_covenant = covenant;
      g_ptr_array_add (answer->items, g_object_ref (item));
    }
}

static void
take_hit (Answer        *answer,
          GHashTable    *by_id,
          const char    *id,
          const char    *found,
          const Request *request)
{
  CvnPartnerItem *item = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

  if (item == NULL || !is_wanted (request, item))
    return;
  if (found != NULL)
    cvn_partner_item_set_found (item, found);
  g_ptr_array_add (answer->items, g_object_ref (item));
  g_hash_table_remove (by_id, id); /* an organisation with three contacts is found once */
}

/* Whose contact it is. */
static char *
read_organisation (CvnReader  *reader,
                   const char *contact)
{
  g_autoptr (CvnRecord) record = cvn_reader_get (reader, cvn_kind_find ("contact"), contact, NULL);

  return record != NULL ? g_strdup (cvn_record_get_text (record, "organisation")) : NULL;
}

static gboolean
search (CvnReader     *reader,
        Answer        *answer,
        GHashTable    *by_id,
        const Request *request,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (GPtrArray) organisations = cvn_reader_search (reader, request->words, cvn_kind_find ("organisation"), MAX_FOUND, request->language, cancellable, error);
  g_autoptr (GPtrArray) contacts = NULL;

  if (organisations == NULL)
    return FALSE;
  contacts = cvn_reader_search (reader, request->words, cvn_kind_find ("contact"), MAX_FOUND, request->language, cancellable, error);
  if (contacts == NULL)
    return FALSE;
  for (guint i = 0; i < organisations->len; i++)
    take_hit (answer, by_id, ((CvnSearchHit *) g_ptr_array_index (organisations, i))->id, NULL, request);
  for (guint i = 0; i < contacts->len; i++)
    {
      const CvnSearchHit *hit = g_ptr_array_index (contacts, i);
      g_autofree char    *organisation = read_organisation (reader, hit->id);

      take_hit (answer, by_id, organisation, hit->title, request);
    }
  return TRUE;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (cvn_partner_kind_label (*(const char *const *) a), cvn_partner_kind_label (*(const char *const *) b));
}

static GStrv
list_kinds (GPtrArray *all)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *kinds = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      const char *kind = cvn_partner_item_get_kind (g_ptr_array_index (all, i));

      if (kind != NULL && g_hash_table_add (seen, (gpointer) kind))
        g_ptr_array_add (kinds, g_strdup (kind));
    }
  g_ptr_array_sort (kinds, compare_kinds);
  g_ptr_array_add (kinds, NULL);
  return (GStrv) g_ptr_array_free (kinds, FALSE);
}

static gpointer
read_partners (CvnReader    *reader,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  const Request     *request = data;
  CvnFigureArguments arguments = { .today = request->today };
  g_autoptr (CvnTable) table = cvn_reader_figure (reader, "partner-list", &arguments, error);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  if (table == NULL)
    return NULL;
  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    g_ptr_array_add (all, cvn_partner_item_new (table, row, request->language));
  answer->items = g_ptr_array_new_with_free_func (g_object_unref);
  answer->n_partners = all->len;
  answer->kinds = list_kinds (all);
  if (request->words == NULL)
    {
      take_all (answer, all, request);
      return g_steal_pointer (&answer);
    }
  by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_insert (by_id, (gpointer) cvn_partner_item_get_id (g_ptr_array_index (all, i)), g_ptr_array_index (all, i));
  return search (reader, answer, by_id, request, cancellable, error) ? g_steal_pointer (&answer) : NULL;
}

/* What stays the same keeps its place, so that scrolling, focus and selection stay too. */
static void
take_items (CvnPartnerList *self,
            GPtrArray      *items)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->items);
  guint shorter = MIN (old->len, items->len);
  guint same = 0;
  guint tail = 0;

  while (same < shorter && cvn_partner_item_equal (g_ptr_array_index (old, same), g_ptr_array_index (items, same)))
    same++;
  while (tail < shorter - same &&
         cvn_partner_item_equal (g_ptr_array_index (old, old->len - 1 - tail), g_ptr_array_index (items, items->len - 1 - tail)))
    tail++;
  for (guint i = 0; i < same; i++)
    g_set_object ((GObject **) &g_ptr_array_index (items, i), g_ptr_array_index (old, i));
  for (guint i = 1; i <= tail; i++)
    g_set_object ((GObject **) &g_ptr_array_index (items, items->len - i), g_ptr_array_index (old, old->len - i));
  self->items = g_ptr_array_ref (items);
  if (same < old->len || same < items->len)
    g_list_model_items_changed (G_LIST_MODEL (self), same, old->len - same - tail, items->len - same - tail);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnPartnerList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->centre == NULL)
    return;
  g_clear_object (&self->reading);
  if (answer == NULL)
    {
      g_debug ("The partners could not be read: %s", error->message);
      return;
    }
  self->loaded = TRUE;
  self->n_partners = answer->n_partners;
  g_strfreev (self->kinds);
  self->kinds = g_steal_pointer (&answer->kinds);
  take_items (self, answer->items);
  g_signal_emit (self, changed_signal, 0);
}

static void
reload (CvnPartnerList *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Request  *request;

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    return;
  request = g_new0 (Request, 1);
  request->today = g_strdup (cvn_centre_get_today (self->centre));
  request->words = g_strdup (self->words);
  request->kind = g_strdup (self->kind);
  request->language = cvn_interface_language ();
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_partners, request, (GDestroyNotify) request_free, (GDestroyNotify) answer_free,
                        self->reading, read_cb, g_object_ref (self));
}

static void
centre_changed_cb (CvnPartnerList   *self,
                   const CvnKindSet *kinds,
                   GStrv             ids)
{
  static const char *const shown[] = { "organisation", "contact", "agreement_decision" };
  CvnKindSet               watched = { 0 };

  cvn_kind_set_add_names (&watched, shown, G_N_ELEMENTS (shown));
  if (cvn_kind_set_meets (&watched, kinds))
    reload (self);
}

static void
cvn_partner_list_dispose (GObject *object)
{
  CvnPartnerList *self = CVN_PARTNER_LIST (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_partner_list_parent_class)->dispose (object);
}

static void
cvn_partner_list_finalize (GObject *object)
{
  CvnPartnerList *self = CVN_PARTNER_LIST (object);

  g_free (self->words);
  g_free (self->kind);
  g_strfreev (self->kinds);
  g_ptr_array_unref (self->items);
  G_OBJECT_CLASS (cvn_partner_list_parent_class)->finalize (object);
}

static void
cvn_partner_list_class_init (CvnPartnerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cvn_partner_list_dispose;
  object_class->finalize = cvn_partner_list_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_PARTNER_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_partner_list_init (CvnPartnerList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->kinds = g_new0 (char *, 1);
}

/** cvn_partner_list_new: (transfer full): the partners of @centre, which are being read if a file is open. Main thread. */
CvnPartnerList *
cvn_partner_list_new (CvnCentre *centre)
{
  CvnPartnerList *self = g_object_new (CVN_TYPE_PARTNER_LIST, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (centre_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::today", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

static gboolean
pause_over_cb (gpointer data)
{
  CvnPartnerList *self = data;

  self->pause_id = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

/** cvn_partner_list_set_words: shows what is found by @words in a moment; NULL or nothing but spaces shows all. */
void
cvn_partner_list_set_words (CvnPartnerList *self,
                            const char     *words)
{
  g_autofree char *clean = words != NULL ? g_strstrip (g_strdup (words)) : NULL;

  if (clean != NULL && *clean == '\0')
    g_clear_pointer (&clean, g_free);
  if (g_strcmp0 (clean, self->words) == 0)
    return;
  g_free (self->words);
  self->words = g_steal_pointer (&clean);
  if (self->pause_id == 0)
    self->pause_id = g_timeout_add (PAUSE_MS, pause_over_cb, self);
}

/** cvn_partner_list_set_kind: shows only organisations of this kind, or CVN_PARTNER_KIND_COVENANT; NULL shows all. */
void
cvn_partner_list_set_kind (CvnPartnerList *self,
                           const char     *kind)
{
  if (g_strcmp0 (kind, self->kind) == 0)
    return;
  g_free (self->kind);
  self->kind = g_strdup (kind);
  reload (self);
}

/** cvn_partner_list_is_loaded: whether it has been read at all. */
gboolean
cvn_partner_list_is_loaded (CvnPartnerList *self)
{
  return self->loaded;
}

/** cvn_partner_list_is_busy: whether something else was asked for than is shown; "changed" follows. */
gboolean
cvn_partner_list_is_busy (CvnPartnerList *self)
{
  return self->pause_id != 0 || self->reading != NULL;
}

/** cvn_partner_list_get_n_partners: how many organisations there are, found or not. */
guint
cvn_partner_list_get_n_partners (CvnPartnerList *self)
{
  return self->n_partners;
}

/** cvn_partner_list_get_kinds: the codes of the kinds that there are organisations of, by name; owned by the list. */
const char *const *
cvn_partner_list_get_kinds (CvnPartnerList *self)
{
  return (const char *const *) self->kinds;
}

/** cvn_partner_list_find: where the organisation @id stands; FALSE if it is not in the list. */
gboolean
cvn_partner_list_find (CvnPartnerList *self,
                       const char     *id,
                       guint          *position)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (cvn_partner_item_get_id (g_ptr_array_index (self->items, i)), id) == 0)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
