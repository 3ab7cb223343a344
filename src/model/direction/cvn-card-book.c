/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-card-book"

#include "cvn-card-book.h"

#include "cvn-card-gather.h"
#include "cvn-half-year.h"
#include "cvn-rows.h"
#include "cvn-store.h"

/* What was read at one moment. */
typedef struct
{
  GPtrArray    *cards;
  GPtrArray    *projects;
  char         *own_project; /* id, or NULL */
  CvnCardSheet *sheet;       /* NULL while there are no cards */
  GPtrArray    *offers;
} Content;

typedef struct
{
  char *wanted;
  char *today;
} Question;

struct _CvnCardBook
{
  GObject parent_instance;

  CvnCentre    *centre;
  Content      *content; /* NULL until it has been read */
  char         *wanted;  /* id, or NULL for the last card */
  GCancellable *reading;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (CvnCardBook, cvn_card_book, G_TYPE_OBJECT)

static void
free_content (gpointer data)
{
  Content *self = data;

  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->projects, g_ptr_array_unref);
  g_free (self->own_project);
  cvn_card_sheet_free (self->sheet);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_free (self);
}

static void
free_question (gpointer data)
{
  Question *self = data;

  g_free (self->wanted);
  g_free (self->today);
  g_free (self);
}

/* The last half-year first, within it the last edition. */
static int
compare_cards (gconstpointer a,
               gconstpointer b)
{
  CvnRecord *first = *(CvnRecord *const *) a, *second = *(CvnRecord *const *) b;
  int        by_half_year = g_strcmp0 (cvn_record_get_text (second, "half_year"), cvn_record_get_text (first, "half_year"));
  gint64     edition = cvn_record_get_integer (first, "edition"), other = cvn_record_get_integer (second, "edition");

  return by_half_year != 0 ? by_half_year : (edition < other) - (edition > other);
}

static const char *
find_card (GPtrArray  *cards,
           const char *wanted)
{
  for (guint i = 0; i < cards->len; i++)
    if (g_strcmp0 (cvn_record_get_id (cards->pdata[i]), wanted) == 0)
      return wanted;
  return cards->len > 0 ? cvn_record_get_id (cards->pdata[0]) : NULL;
}

/* What the centre says that its cards are about. */
static gboolean
read_projects (CvnReader *reader,
               Content   *content,
               GError   **error)
{
  g_autoptr (CvnQuery) of_projects = cvn_query_new (cvn_kind_find ("project"));
  g_autoptr (CvnQuery) of_centre = cvn_query_new (cvn_kind_find ("centre"));
  g_autoptr (GPtrArray) centres = cvn_rows_list (reader, of_centre, error);

  if (centres != NULL && centres->len > 0)
    content->own_project = g_strdup (cvn_record_get_text (centres->pdata[0], "project"));
  content->projects = centres != NULL ? cvn_rows_list (reader, of_projects, error) : NULL;
  return content->projects != NULL;
}

static gpointer
read_content (CvnReader    *reader,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  const Question *question = data;
  g_autoptr (CvnQuery) query = cvn_query_new (cvn_kind_find ("project_card"));
  Content    *content = g_new0 (Content, 1);
  const char *id;

  content->cards = read_projects (reader, content, error) ? cvn_rows_list (reader, query, error) : NULL;
  if (content->cards != NULL)
    {
      g_ptr_array_sort (content->cards, compare_cards);
      id = find_card (content->cards, question->wanted);
      if (id == NULL)
        return content;
      content->sheet = cvn_card_gather (reader, id, question->today, error);
      content->offers = content->sheet != NULL ? cvn_card_offers_read (reader, content->sheet->card, question->today, error) : NULL;
      if (content->offers != NULL)
        return content;
    }
  free_content (content);
  return NULL;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (CvnCardBook) self = data;
  g_autoptr (GError) error = NULL;
  Content *content = cvn_store_read_finish (CVN_STORE (source), result, &error);

  if (content == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_warning ("The project cards cannot be read: %s", error->message);
      return;
    }
  g_clear_object (&self->reading);
  g_clear_pointer (&self->content, free_content);
  self->content = content;
  g_signal_emit (self, changed_signal, 0);
}

static void
reload (CvnCardBook *self)
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
  question->wanted = g_strdup (self->wanted);
  question->today = g_strdup (cvn_centre_get_today (self->centre));
  self->reading = g_cancellable_new ();
  cvn_store_read_async (store, read_content, question, free_question, free_content, self->reading, read_cb, g_object_ref (self));
}

/* Cards show registers and ledgers: whatever is written may be on one. */
static void
written_cb (CvnCardBook *self)
{
  reload (self);
}

static void
cvn_card_book_dispose (GObject *object)
{
  CvnCardBook *self = CVN_CARD_BOOK (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->content, free_content);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_card_book_parent_class)->dispose (object);
}

static void
cvn_card_book_finalize (GObject *object)
{
  g_free (CVN_CARD_BOOK (object)->wanted);
  G_OBJECT_CLASS (cvn_card_book_parent_class)->finalize (object);
}

static void
cvn_card_book_class_init (CvnCardBookClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_card_book_dispose;
  G_OBJECT_CLASS (klass)->finalize = cvn_card_book_finalize;
  changed_signal = g_signal_new ("changed", CVN_TYPE_CARD_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_card_book_init (CvnCardBook *self)
{
}

/** cvn_card_book_new: (transfer full): the cards, which are being read if a centre is open. Main thread. */
CvnCardBook *
cvn_card_book_new (CvnCentre *centre)
{
  CvnCardBook *self = g_object_new (CVN_TYPE_CARD_BOOK, NULL);

  self->centre = g_object_ref (centre);
  g_signal_connect_object (centre, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::open", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (centre, "notify::today", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return self;
}

/** cvn_card_book_get_centre: (transfer none): whose cards these are. */
CvnCentre *
cvn_card_book_get_centre (CvnCardBook *self)
{
  return self->centre;
}

/** cvn_card_book_is_loaded: whether the cards have been read. */
gboolean
cvn_card_book_is_loaded (CvnCardBook *self)
{
  return self->content != NULL;
}

/** cvn_card_book_get_cards: (transfer none) (nullable): all cards, the last one first; NULL until they have been read. */
GPtrArray *
cvn_card_book_get_cards (CvnCardBook *self)
{
  return self->content != NULL ? self->content->cards : NULL;
}

/** cvn_card_book_get_sheet: (transfer none) (nullable): what the chosen card says, until the next "changed"; NULL without cards. */
const CvnCardSheet *
cvn_card_book_get_sheet (CvnCardBook *self)
{
  return self->content != NULL ? self->content->sheet : NULL;
}

/** cvn_card_book_get_offers: (transfer none) (nullable) (element-type CvnCardOffer): what the data has ready for the chosen card. */
GPtrArray *
cvn_card_book_get_offers (CvnCardBook *self)
{
  return self->content != NULL ? self->content->offers : NULL;
}

/** cvn_card_book_get_projects: (transfer none) (nullable): all projects, by name; NULL until they have been read. */
GPtrArray *
cvn_card_book_get_projects (CvnCardBook *self)
{
  return self->content != NULL ? self->content->projects : NULL;
}

/** cvn_card_book_get_own_project: (nullable): id of the project of the centre itself, until the next "changed". */
const char *
cvn_card_book_get_own_project (CvnCardBook *self)
{
  return self->content != NULL ? self->content->own_project : NULL;
}

/** cvn_card_book_get_project_name: (nullable): what the project with @id is called, until the next "changed". */
const char *
cvn_card_book_get_project_name (CvnCardBook *self,
                                const char  *id,
                                CvnLanguage  language)
{
  GPtrArray *projects = cvn_card_book_get_projects (self);

  for (guint i = 0; projects != NULL && i < projects->len; i++)
    if (g_strcmp0 (cvn_record_get_id (projects->pdata[i]), id) == 0)
      return cvn_card_sheet_pick (projects->pdata[i], "name", language, NULL);
  return NULL;
}

/** cvn_card_book_select: chooses a card, which may be one that is only about to be there. */
void
cvn_card_book_select (CvnCardBook *self,
                      const char  *id)
{
  if (g_strcmp0 (self->wanted, id) == 0)
    return;
  g_free (self->wanted);
  self->wanted = g_strdup (id);
  reload (self);
}

/** cvn_card_book_is_frozen: whether the chosen card has been signed off. */
gboolean
cvn_card_book_is_frozen (CvnCardBook *self)
{
  const CvnCardSheet *sheet = cvn_card_book_get_sheet (self);

  return sheet != NULL && cvn_record_get_integer (sheet->card, "frozen") != 0;
}

/** cvn_card_book_dup_next_half_year: (transfer full): the half-year that a new card is most likely of: the one after the last card, else that of today. */
char *
cvn_card_book_dup_next_half_year (CvnCardBook *self)
{
  GPtrArray *cards = cvn_card_book_get_cards (self);
  CvnDate    today = { 0 };
  int        half_year;

  if (cards != NULL && cards->len > 0 && cvn_half_year_parse (cvn_record_get_text (cards->pdata[0], "half_year"), &half_year, NULL))
    return cvn_half_year_to_code (half_year + 1);
  cvn_date_parse_iso (cvn_centre_get_today (self->centre), &today, NULL);
  return cvn_half_year_to_code (cvn_half_year_of_date (&today));
}

/** cvn_card_book_dup_now: (transfer full): the day that the centre is seen on with the time of the clock, as a card keeps when it was changed. */
char *
cvn_card_book_dup_now (CvnCardBook *self)
{
  g_autoptr (GDateTime) clock = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (clock, "%H:%M");

  return g_strdup_printf ("%sT%s", cvn_centre_get_today (self->centre), time);
}
