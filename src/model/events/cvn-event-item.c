/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-event-item"

#include "cvn-event-item.h"

#include "cvn-centre.h"
#include "cvn-kind.h"
#include "cvn-zone-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)

/* The codes that a calendar filters by. */
static const char *const code_fields[] = { "mode", "status", "audience", "axis", "life_stage" };

struct _CvnEventItem
{
  GObject parent_instance;

  char    *id;
  char    *title;
  char    *starts;
  char    *ends;
  char    *zone;
  char    *codes[G_N_ELEMENTS (code_fields)];
  char    *stage;
  char    *location;
  gboolean online;
  gint64   capacity; /* -1: no limit */
  gint64   signed_up;
  gint64   attended; /* -1: not known */
  gint64   waiting;
  CvnDate  first;
  CvnDate  last;
  int      begins;   /* minutes of the first day; -1 for whole days */
  int      finishes; /* minutes of the last day; -1 for whole days or no end */
  char    *sentence; /* all that a calendar shows of it */
};

G_DEFINE_FINAL_TYPE (CvnEventItem, cvn_event_item, G_TYPE_OBJECT)

static void
cvn_event_item_finalize (GObject *object)
{
  CvnEventItem *self = CVN_EVENT_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->zone);
  for (guint i = 0; i < G_N_ELEMENTS (code_fields); i++)
    g_free (self->codes[i]);
  g_free (self->stage);
  g_free (self->location);
  g_free (self->sentence);
  G_OBJECT_CLASS (cvn_event_item_parent_class)->finalize (object);
}

static void
cvn_event_item_class_init (CvnEventItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cvn_event_item_finalize;
}

static void
cvn_event_item_init (CvnEventItem *self)
{
}

/* The text in the reader's language, or in the other one. */
static const char *
pick (CvnTable   *table,
      guint       row,
      CvnLanguage language,
      const char *nl,
      const char *en)
{
  const char *text = cvn_table_get_text (table, row, language == CVN_LANGUAGE_NL ? nl : en);

  return text != NULL ? text : cvn_table_get_text (table, row, language == CVN_LANGUAGE_NL ? en : nl);
}

static gint64
get_count (CvnTable   *table,
           guint       row,
           const char *column,
           gint64      none)
{
  int place = cvn_table_find_column (table, column);

  return place < 0 || cvn_value_is_none (cvn_table_get (table, row, (guint) place)) ? none : cvn_table_get_integer (table, row, column);
}

static void
set_times (CvnEventItem *self)
{
  CvnDate day;

  self->begins = self->finishes = -1;
  if (!cvn_local_time_parse (self->starts, &self->first, &self->begins, NULL) ||
      !cvn_zone_time_last_day (self->starts, self->ends, &self->last))
    {
      self->first = self->last = (CvnDate){ 1, 1, 1 };
      return;
    }
  if (self->begins < 0 || self->ends == NULL || !cvn_local_time_parse (self->ends, &day, &self->finishes, NULL))
    return;
  if (self->finishes == 0)
    self->finishes = DAY_MINUTES;
}

static char *
dup_sentence (CvnEventItem *self)
{
  const CvnKind   *kind = cvn_kind_find ("event");
  g_autofree char *when = cvn_event_item_dup_when (self);
  const CvnChoice *mode = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, "mode")], cvn_event_item_get_code (self, "mode"));
  const CvnChoice *status = cvn_field_find_choice (&kind->fields[cvn_kind_find_field (kind, "status")], cvn_event_item_get_code (self, "status"));
  GString         *sentence = g_string_new (self->title);

  g_string_append_printf (sentence, ", %s", when);
  if (cvn_event_item_get_location (self) != NULL)
    g_string_append_printf (sentence, ", %s", cvn_event_item_get_location (self));
  if (mode != NULL)
    g_string_append_printf (sentence, ", %s", _(mode->label));
  if (status != NULL)
    g_string_append_printf (sentence, ", %s", _(status->label));
  return g_string_free (sentence, FALSE);
}

/** cvn_event_item_new: (transfer full): the event in @row of the figure calendar-events. Any thread. */
CvnEventItem *
cvn_event_item_new (CvnTable   *table,
                    guint       row,
                    CvnLanguage language)
{
  CvnEventItem *self = g_object_new (CVN_TYPE_EVENT_ITEM, NULL);
  const char   *title = pick (table, row, language, "title_nl", "title_en");

  self->id = g_strdup (cvn_table_get_text (table, row, "id"));
  self->title = g_strdup (title != NULL ? title : "");
  self->starts = g_strdup (cvn_table_get_text (table, row, "starts"));
  self->ends = g_strdup (cvn_table_get_text (table, row, "ends"));
  self->zone = g_strdup (cvn_table_get_text (table, row, "time_zone"));
  for (guint i = 0; i < G_N_ELEMENTS (code_fields); i++)
    self->codes[i] = g_strdup (cvn_table_get_text (table, row, code_fields[i]));
  self->stage = g_strdup (pick (table, row, language, "stage_nl", "stage_en"));
  self->location = g_strdup (cvn_table_get_text (table, row, "location"));
  self->online = cvn_table_get_integer (table, row, "online") == 1;
  self->capacity = get_count (table, row, "capacity", -1);
  self->signed_up = get_count (table, row, "signed_up", 0);
  self->attended = get_count (table, row, "attended", -1);
  self->waiting = get_count (table, row, "waiting", 0);
  set_times (self);
  self->sentence = dup_sentence (self);
  return self;
}

/** cvn_event_item_equal: whether both are one event, and nothing of it that is shown or filtered by differs. */
gboolean
cvn_event_item_equal (CvnEventItem *self,
                      CvnEventItem *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (code_fields); i++)
    if (g_strcmp0 (self->codes[i], other->codes[i]) != 0)
      return FALSE;
  return g_strcmp0 (self->id, other->id) == 0 && g_str_equal (self->title, other->title) && g_strcmp0 (self->starts, other->starts) == 0 &&
         g_strcmp0 (self->ends, other->ends) == 0 && g_strcmp0 (self->zone, other->zone) == 0 && g_strcmp0 (self->stage, other->stage) == 0 &&
         g_strcmp0 (self->location, other->location) == 0 && self->online == other->online && self->capacity == other->capacity &&
         self->signed_up == other->signed_up && self->attended == other->attended && self->waiting == other->waiting;
}

/** cvn_event_item_get_id: the id of the record. */
const char *
cvn_event_item_get_id (CvnEventItem *self)
{
  return self->id;
}

/** cvn_event_item_get_title: what it is called. */
const char *
cvn_event_item_get_title (CvnEventItem *self)
{
  return self->title;
}

/** cvn_event_item_get_starts: when it begins, as it is stored. */
const char *
cvn_event_item_get_starts (CvnEventItem *self)
{
  return self->starts;
}

/** cvn_event_item_get_code: (nullable): of the field mode, status, audience, axis or life_stage. */
const char *
cvn_event_item_get_code (CvnEventItem *self,
                         const char   *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (code_fields); i++)
    if (g_str_equal (code_fields[i], field))
      return self->codes[i];
  g_return_val_if_reached (NULL);
}

/** cvn_event_item_get_stage: (nullable): what its life stage is called. */
const char *
cvn_event_item_get_stage (CvnEventItem *self)
{
  return self->stage;
}

/** cvn_event_item_get_location: (nullable): where it is. */
const char *
cvn_event_item_get_location (CvnEventItem *self)
{
  return self->online ? _("Online") : self->location;
}

/** cvn_event_item_is_cancelled: whether it does not take place. */
gboolean
cvn_event_item_is_cancelled (CvnEventItem *self)
{
  return g_strcmp0 (cvn_event_item_get_code (self, "status"), "cancelled") == 0;
}

/** cvn_event_item_is_announced: whether others organise it. */
gboolean
cvn_event_item_is_announced (CvnEventItem *self)
{
  return g_strcmp0 (cvn_event_item_get_code (self, "mode"), "announced") == 0;
}

/** cvn_event_item_is_all_day: whether it has no hours. */
gboolean
cvn_event_item_is_all_day (CvnEventItem *self)
{
  return self->begins < 0;
}

/** cvn_event_item_get_first: its first day. */
CvnDate
cvn_event_item_get_first (CvnEventItem *self)
{
  return self->first;
}

/** cvn_event_item_get_last: the last day on which something of it is left. */
CvnDate
cvn_event_item_get_last (CvnEventItem *self)
{
  return self->last;
}

/** cvn_event_item_is_on: whether something of it is on @day. */
gboolean
cvn_event_item_is_on (CvnEventItem  *self,
                      const CvnDate *day)
{
  return cvn_date_compare (&self->first, day) <= 0 && cvn_date_compare (day, &self->last) <= 0;
}

/**
 * cvn_event_item_get_minutes:
 * @from: (out): minutes since midnight, by the clock
 * @to: (out): up to 24 hours
 *
 * The hours of the part that is on @day; FALSE where that is the whole day. An event without an end takes an hour of it.
 */
gboolean
cvn_event_item_get_minutes (CvnEventItem  *self,
                            const CvnDate *day,
                            int           *from,
                            int           *to)
{
  if (self->begins < 0)
    return FALSE;
  *from = cvn_date_compare (day, &self->first) == 0 ? self->begins : 0;
  if (cvn_date_compare (day, &self->last) < 0)
    *to = DAY_MINUTES;
  else
    *to = self->finishes >= 0 ? self->finishes : MIN (DAY_MINUTES, *from + 60);
  return *from > 0 || *to < DAY_MINUTES;
}

/** cvn_event_item_get_clash_event: what the check for clashes needs of it; texts are borrowed from it. */
CvnClashEvent
cvn_event_item_get_clash_event (CvnEventItem *self)
{
  return (CvnClashEvent){ self->id, self->starts, self->ends, self->zone, cvn_event_item_get_code (self, "mode"), cvn_event_item_get_code (self, "status"),
                          cvn_event_item_get_code (self, "audience"), self->location, self->online };
}

static char *
format_clock (int minutes)
{
  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

/** cvn_event_item_dup_time: (transfer full): for one day of a calendar: "19:30", "until 02:00", or "" for a whole day. */
char *
cvn_event_item_dup_time (CvnEventItem  *self,
                         const CvnDate *day)
{
  g_autofree char *clock = NULL;

  if (self->begins < 0)
    return g_strdup ("");
  if (cvn_date_compare (day, &self->first) == 0)
    return format_clock (self->begins);
  if (cvn_date_compare (day, &self->last) < 0 || self->finishes < 0)
    return g_strdup ("");
  clock = format_clock (self->finishes);
  /* Translators: an event of several days ends today at this time */
  return g_strdup_printf (_("until %s"), clock);
}

static char *
dup_day (CvnDate day)
{
  static const char *const names[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
  int                      weekday = ((cvn_date_days_between ((CvnDate){ 2018, 1, 1 }, day) % 7) + 7) % 7;
  g_autofree char         *date = cvn_date_format (&day, cvn_interface_language ());

  /* Translators: a short day of the week and a date: Sat 26 October 2019 */
  return g_strdup_printf (_("%1$s %2$s"), _(names[weekday]), date);
}

/* Where the clock changes in between, the hours are not what they seem: they are told. */
static char *
dup_hours (const char *starts,
           const char *ends,
           const char *zone)
{
  gint64 minutes;

  if (!cvn_zone_time_changes (starts, ends, zone) || !cvn_zone_time_minutes (starts, ends, zone, &minutes))
    return NULL;
  if (minutes % 60 != 0)
    return g_strdup_printf (_("%1$lld hours and %2$lld minutes, the clock changes"), (long long) minutes / 60, (long long) minutes % 60);
  return g_strdup_printf (ngettext ("%lld hour, the clock changes", "%lld hours, the clock changes", (gulong) (minutes / 60)), (long long) minutes / 60);
}

/** cvn_event_duration: (transfer full) (nullable): how long it takes, "7 hours" or "2 days", by the clock of the world; NULL without an end. */
char *
cvn_event_duration (const char *starts,
                    const char *ends,
                    const char *zone)
{
  gint64  minutes;
  CvnDate first;
  CvnDate last;
  int     clock;

  if (starts == NULL || ends == NULL || !cvn_zone_time_minutes (starts, ends, zone, &minutes) || !cvn_local_time_parse (starts, &first, &clock, NULL) ||
      !cvn_zone_time_last_day (starts, ends, &last))
    return NULL;
  if (clock < 0 || minutes / 60 >= 24)
    {
      int days = cvn_date_days_between (first, last) + 1;

      return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days);
    }
  if (minutes % 60 != 0)
    /* Translators: how long something takes: hours and minutes */
    return g_strdup_printf (_("%1$lld h %2$02lld min"), (long long) minutes / 60, (long long) minutes % 60);
  return g_strdup_printf (ngettext ("%lld hour", "%lld hours", (gulong) (minutes / 60)), (long long) minutes / 60);
}

/** cvn_event_when: (transfer full): "Thu 8 February 2018, 19:30 – 21:30", with the hours where the clock changes in between; times as they are stored. */
char *
cvn_event_when (const char *starts,
                const char *ends,
                const char *zone)
{
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;
  g_autofree char *clock = NULL;
  g_autofree char *span = NULL;
  g_autofree char *hours = NULL;
  CvnDate          first, last, day;
  int              begins, finishes = -1;

  if (starts == NULL || !cvn_local_time_parse (starts, &first, &begins, NULL) || !cvn_zone_time_last_day (starts, ends, &last))
    return g_strdup (starts != NULL ? starts : "");
  first_text = dup_day (first);
  if (ends == NULL || !cvn_local_time_parse (ends, &day, &finishes, NULL))
    day = last;
  if (begins < 0)
    {
      if (cvn_date_compare (&first, &last) == 0)
        return g_steal_pointer (&first_text);
      last_text = dup_day (last);
      return g_strdup_printf (_("%1$s – %2$s"), first_text, last_text);
    }
  clock = format_clock (begins);
  if (finishes < 0)
    return g_strdup_printf (_("%1$s, %2$s"), first_text, clock);
  if (cvn_date_compare (&first, &day) == 0)
    span = g_strdup_printf (_("%1$s, %2$s – %3$02d:%4$02d"), first_text, clock, finishes / 60, finishes % 60);
  else
    {
      last_text = dup_day (day);
      span = g_strdup_printf (_("%1$s, %2$s – %3$s, %4$02d:%5$02d"), first_text, clock, last_text, finishes / 60, finishes % 60);
    }
  hours = dup_hours (starts, ends, zone);
  return hours != NULL ? g_strdup_printf ("%s (%s)", span, hours) : g_steal_pointer (&span);
}

/** cvn_event_item_dup_when: (transfer full): as cvn_event_when(). */
char *
cvn_event_item_dup_when (CvnEventItem *self)
{
  return cvn_event_when (self->starts, self->ends, self->zone);
}

/** cvn_event_item_dup_people: (transfer full): "41 of 48 attended", "48 of 60 signed up", or "" when nothing is known. */
char *
cvn_event_item_dup_people (CvnEventItem *self)
{
  if (cvn_event_item_is_announced (self))
    return g_strdup ("");
  if (self->attended >= 0 && !cvn_event_item_is_cancelled (self))
    return g_strdup_printf (_("%1$lld of %2$lld attended"), (long long) self->attended, (long long) MAX (self->signed_up, self->attended));
  if (self->waiting > 0)
    return g_strdup_printf (_("%1$lld signed up, %2$lld waiting"), (long long) self->signed_up, (long long) self->waiting);
  if (self->capacity >= 0)
    return g_strdup_printf (_("%1$lld of %2$lld seats taken"), (long long) self->signed_up, (long long) self->capacity);
  if (self->signed_up > 0)
    return g_strdup_printf (_("%lld signed up"), (long long) self->signed_up);
  return g_strdup ("");
}

/** cvn_event_item_get_sentence: all that a calendar shows of it, for who cannot see it; owned by the item. */
const char *
cvn_event_item_get_sentence (CvnEventItem *self)
{
  return self->sentence;
}
