/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-search-model"

#include "cvn-search-model.h"

#include "cvn-search-result.h"
#include "cvn-store.h"

#define MAX_RESULTS 50
/* Shorter than the time between two keys of somebody who types fast, so that most words are searched once. */
#define PAUSE_MS 60

struct _CvnSearchModel
{
  GObject       parent_instance;
  CvnCentre    *centre;
  char         *words;
  GPtrArray    *results; /* of CvnSearchResult */
  GCancellable *search;  /* under way */
  guint         generation;
  guint         pause_id;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CvnSearchModel, cvn_search_model, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint finished_signal;

static GType
get_item_type (GListModel *model)
{
  return CVN_TYPE_SEARCH_RESULT;
}

static guint
get_n_items (GListModel *model)
{
  return CVN_SEARCH_MODEL (model)->results->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CvnSearchModel *self = CVN_SEARCH_MODEL (model);

  return position < self->results->len ? g_object_ref (g_ptr_array_index (self->results, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* Shows @hits, of CvnSearchHit; NULL empties the list. */
static void
show_hits (CvnSearchModel *self,
           GPtrArray      *hits)
{
  guint n_before = self->results->len;

  g_ptr_array_set_size (self->results, 0);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      const CvnSearchHit *hit = g_ptr_array_index (hits, i);

      g_ptr_array_add (self->results, cvn_search_result_new (hit->kind, hit->id, hit->title, hit->detail, hit->found));
    }
  if (n_before > 0 || self->results->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->results->len);
}

static void
stop (CvnSearchModel *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
cvn_search_model_dispose (GObject *object)
{
  CvnSearchModel *self = CVN_SEARCH_MODEL (object);

  stop (self);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_search_model_parent_class)->dispose (object);
}

static void
cvn_search_model_finalize (GObject *object)
{
  CvnSearchModel *self = CVN_SEARCH_MODEL (object);

  g_ptr_array_unref (self->results);
  g_free (self->words);
  G_OBJECT_CLASS (cvn_search_model_parent_class)->finalize (object);
}

static void
cvn_search_model_class_init (CvnSearchModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_search_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_search_model_finalize;
  finished_signal = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_search_model_init (CvnSearchModel *self)
{
  self->words = g_strdup ("");
  self->results = g_ptr_array_new_with_free_func (g_object_unref);
}

/** cvn_search_model_new: a search in @centre that has found nothing yet. */
CvnSearchModel *
cvn_search_model_new (CvnCentre *centre)
{
  CvnSearchModel *self = g_object_new (CVN_TYPE_SEARCH_MODEL, NULL);

  self->centre = g_object_ref (centre);
  return self;
}

typedef struct
{
  char       *words;
  CvnLanguage language;
} Question;

static void
free_question (Question *question)
{
  g_free (question->words);
  g_free (question);
}

/* On a reader's thread. */
static gpointer
search (CvnReader    *reader,
        gpointer      data,
        GCancellable *cancellable,
        GError      **error)
{
  const Question *question = data;

  return cvn_reader_search (reader, question->words, NULL, MAX_RESULTS, question->language, cancellable, error);
}

typedef struct
{
  CvnSearchModel *model;
  guint           generation;
} Waiting;

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Waiting *waiting = data;
  g_autoptr (CvnSearchModel) self = waiting->model;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = cvn_store_read_finish (CVN_STORE (source), result, &error);

  /* An answer to words that are no longer there. */
  if (waiting->generation != self->generation)
    return;
  g_clear_object (&self->search);
  if (hits == NULL)
    g_debug ("The search failed: %s", error->message);
  show_hits (self, hits);
  g_signal_emit (self, finished_signal, 0);
}

static void
start (CvnSearchModel *self)
{
  Question *question = g_new0 (Question, 1);
  Waiting  *waiting = g_new0 (Waiting, 1);

  question->words = g_strdup (self->words);
  question->language = cvn_interface_language ();
  waiting->model = g_object_ref (self);
  waiting->generation = self->generation;
  self->search = g_cancellable_new ();
  cvn_store_read_async (cvn_centre_get_store (self->centre), search, question, (GDestroyNotify) free_question,
                        (GDestroyNotify) g_ptr_array_unref, self->search, searched_cb, waiting);
}

static gboolean
paused_cb (gpointer data)
{
  CvnSearchModel *self = data;

  self->pause_id = 0;
  if (cvn_centre_is_open (self->centre))
    start (self);
  return G_SOURCE_REMOVE;
}

/**
 * cvn_search_model_set_words:
 * @words: what to look for; nothing finds nothing
 *
 * What was found stays until the new answer is there. Main thread.
 */
void
cvn_search_model_set_words (CvnSearchModel *self,
                            const char     *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  if (g_str_equal (stripped, self->words))
    return;
  stop (self);
  self->generation++;
  g_free (self->words);
  self->words = g_steal_pointer (&stripped);
  if (*self->words != '\0')
    {
      self->pause_id = g_timeout_add (PAUSE_MS, paused_cb, self);
      return;
    }
  show_hits (self, NULL);
  g_signal_emit (self, finished_signal, 0);
}

/** cvn_search_model_get_words: what is looked for, without spaces around it; owned by the model. */
const char *
cvn_search_model_get_words (CvnSearchModel *self)
{
  return self->words;
}

/** cvn_search_model_is_busy: whether what is in the list is not yet the answer. */
gboolean
cvn_search_model_is_busy (CvnSearchModel *self)
{
  return self->pause_id != 0 || self->search != NULL;
}
