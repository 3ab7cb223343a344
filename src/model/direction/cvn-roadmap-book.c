/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-roadmap-book"

#include "cvn-roadmap-book.h"

#include "cvn-card-gather.h"
#include "cvn-rows.h"
#include "cvn-store.h"

static const char *const kinds[] = { "milestone", "step", "risk", "indicator", "indicator_value", "signal", "network", "document", "roadmap_revision", "roadmap_revision_item" };

/* What the program counts itself, by the code of an indicator's source; in whole euros where it is money. */
static const struct
{
  const char *code;
  const char *figure;
  const char *part; /* NULL: all of it */
  const char *column;
  int         divisor;
} sources[] = {
  { "registrations", "registrations", NULL, "amount", 1 },
  { "events_held", "events-held", "held", "amount", 1 },
  { "attendance", "events-held", "held", "attended", 1 },
  { "fee_revenue", "fee-revenue", NULL, "amount", 100 },
  { "contributions", "contributions-received", NULL, "amount", 100 },
};

/* What was read at one moment. */
typedef struct
{
  CvnRoadmapSheet *sheet;
  GPtrArray       *records[G_N_ELEMENTS (kinds)];
  GPtrArray       *last_lines; /* card_line of the last card of each project that is signed off */
  gint64           automatic[G_N_ELEMENTS (sources)];
} Content;

typedef struct
{
  char *today;
  int   year;
} Question;

struct _CvnRoadmapBook
{
  GObject parent_instance;

  CvnCentre    *centre;
  Content      *content; /* NULL until it has been read */
  GCancellable *reading;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnRoadmapBook, cvn_roadmap_book, G_TYPE_OBJECT)

static void
free_content (gpointer data)
{
  Content *self = data;

  cvn_roadmap_sheet_free (self->sheet);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_pointer (&self->records[i], g_ptr_array_unref);
  g_clear_pointer (&self->last_lines, g_ptr_array_unref);
  g_free (self);
}

static void
free_question (gpointer data)
{
  g_free (((Question *) data)->today);
  g_free (data);
}

static gboolean
read_records (CvnReader *reader,
              Content   *content,
              GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find (kinds[i]));

      content->records[i] = cvn_rows_list (reader, query, error);
      if (content->records[i] == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Whether no other card of its project is of a later half-year, or a later edition of the same. */
static gboolean
is_last (GPtrArray *cards,
         CvnRecord *card)
{
  for (guint i = 0; i < cards->len; i++)
    {
      CvnRecord *other = cards->pdata[i];
      int        by_half_year = g_strcmp0 (cvn_record_get_text (other, "half_year"), cvn_record_get_text (card, "half_year"));

      if (g_strcmp0 (cvn_record_get_text (other, "project"), cvn_record_get_text (card, "project")) == 0 &&
          (by_half_year > 0 || (by_half_year == 0 && cvn_record_get_integer (other, "edition") > cvn_record_get_integer (card, "edition"))))
        return FALSE;
    }
  return TRUE;
}

/* The trend of a risk is against the last card of its project that was signed off. */
static gboolean
read_last_cards (CvnReader *reader,
                 Content   *content,
                 GError   **error)
{
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("project_card"));
  g_autoptr (GPtrArray) cards = NULL;

  cvn_query_add_integer (query, "frozen", CVN_MATCH_EQUAL, 1);
  cards = cvn_rows_list (reader, query, error);
  content->last_lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      g_autoptr (GPtrArray) lines = NULL;

      if (!is_last (cards, cards->pdata[i]))
        continue;
      lines = cvn_rows_find (reader, "card_line", "card", cvn_record_get_id (cards->pdata[i]), error);
      if (lines == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (content->last_lines, g_steal_pointer (&lines));
    }
  return cards != NULL;
}

static gint64
sum (CvnTable   *table,
     const char *part,
     const char *column)
{
  gint64 all = 0;

  for (guint row = 0; row < cvn_table_get_n_rows (table); row++)
    if (part == NULL || g_strcmp0 (cvn_table_get_text (table, row, "part"), part) == 0)
      all += cvn_table_get_integer (table, row, column);
  return all;
}

static gboolean
read_automatic (CvnReader      *reader,
                const Question *question,
                Content        *content,
                GError        **error)
{
  CvnFigureArguments arguments = { question->year, question->today, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (CvnTable) table = cvn_reader_figure (reader, sources[i].figure, &arguments, error);

      if (table == NULL)
        return FALSE;
      content->automatic[i] = sum (table, sources[i].part, sources[i].column) / sources[i].divisor;
    }
  return TRUE;
}

static gpointer
read_content (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Question *question = data;
  Content        *content = g_new0 (Content, 1);

  content->sheet = cvn_roadmap_gather (reader, question->today, question->year, error);
  if (content->sheet != NULL && read_records (reader, content, error) && read_last_cards (reader, content, error) &&
      read_automatic (reader, question, content, error))
    return content;
  free_content (content);
  return NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnRoadmapBook) self = data;
  g_autoptr (GError) error = NULL;
  Content *content = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (content == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The roadmap cannot be read: %s", error->message);
      return;
    }
  g_clear_object (&self->reading);
  g_clear_pointer (&self->content, free_content);
  self->content = content;
  g_signal_emit (self, changed_signal, 0);
}

static void
reload (CvnRoadmapBook *self)
{
  CvnStore *store = cvn_centre_get_store (self->centre);
  Question *question;

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (store == NULL)
    {
      g_clear_pointer (&self->content, free_content);
      return;
    }
  question = g_new0 (Question, 1);
  question->today = g_strdup (cvn_centre_get_today (self->centre));
  question->year = cvn_centre_get_year (self->centre);
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_content, question, free_question, free_content, self->reading, read_cb, g_object_ref (self));
}

static void
written_cb (CvnRoadmapBook *self)
{
  reload (self);
}

static void
cvn_roadmap_book_dispose (GObject *object)
{
  CvnRoadmapBook *self = CVN_ROADMAP_BOOK (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->content, free_content);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_roadmap_book_parent_class)->dispose (object);
}

static void
cvn_roadmap_book_class_init (CvnRoadmapBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_roadmap_book_dispose;
  changed_signal = g_signal_new ("changed", CVN_TYPE_ROADMAP_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_roadmap_book_init (CvnRoadmapBook *self)
{
}

/** cvn_roadmap_book_new: (transfer full): the direction of a centre, which is being read if one is open. Main thread. */
CvnRoadmapBook *
cvn_roadmap_book_new (CvnCentre *centre)
{
  CvnRoadmapBook *self = g_object_new (CVN_TYPE_ROADMAP_BOOK, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::today", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::year", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/** cvn_roadmap_book_get_centre: (transfer none): whose direction it is. */
CvnCentre *
cvn_roadmap_book_get_centre (CvnRoadmapBook *self)
{
  return self->centre;
}

/** cvn_roadmap_book_is_loaded: whether it has been read. */
gboolean
cvn_roadmap_book_is_loaded (CvnRoadmapBook *self)
{
  return self->content != NULL;
}

/** cvn_roadmap_book_get_sheet: (transfer none) (nullable): the services, until the next "changed". */
const CvnRoadmapSheet *
cvn_roadmap_book_get_sheet (CvnRoadmapBook *self)
{
  return self->content != NULL ? self->content->sheet : NULL;
}

/** cvn_roadmap_book_get_records: (transfer none) (nullable): the records of @kind: milestone, step, risk, indicator or indicator_value. */
GPtrArray *
cvn_roadmap_book_get_records (CvnRoadmapBook *self,
                              const char     *kind)
{
  for (guint i = 0; self->content != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], kind))
      return self->content->records[i];
  return NULL;
}

/** cvn_roadmap_book_get_score_before: of a risk on the last card of its project that was signed off; 0 when it was not on it. */
gint64
cvn_roadmap_book_get_score_before (CvnRoadmapBook *self,
                                   const char     *risk)
{
  for (guint i = 0; self->content != NULL && i < self->content->last_lines->len; i++)
    {
      CvnRecord *line = self->content->last_lines->pdata[i];

      if (g_strcmp0 (cvn_record_get_text (line, "risk"), risk) == 0)
        return cvn_record_get_integer (line, "likelihood") * cvn_record_get_integer (line, "impact");
    }
  return 0;
}

/** cvn_roadmap_book_get_automatic: what the program counts for an indicator with @source in the year in focus. */
gint64
cvn_roadmap_book_get_automatic (CvnRoadmapBook *self,
                                const char     *source)
{
  for (guint i = 0; self->content != NULL && i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].code, source))
      return self->content->automatic[i];
  return 0;
}

/** cvn_roadmap_book_has_axes: whether each axis is a record, so that none has only the name that comes with the program. */
gboolean
cvn_roadmap_book_has_axes (CvnRoadmapBook *self)
{
  GPtrArray *axes = cvn_roadmap_book_get_sheet (self)->axes;

  for (guint i = 0; i < axes->len; i++)
    if (((CvnCodeName *) axes->pdata[i])->id == NULL)
      return FALSE;
  return TRUE;
}
