/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-quick-line"

#include "cvn-quick-line.h"

#include "cvn-figure-set.h"
#include "cvn-zone-time.h"

#include <glib/gi18n-lib.h>

/* How long an event lasts of which only the beginning was said. */
#define USUAL_MINUTES 120

struct _CvnQuickLine
{
  GObject parent_instance;

  CvnCentre    *centre;
  CvnFigureSet *figures;
};

static guint ready_signal;

static const char *const figure_names[] = { "quick-names", NULL };

G_DEFINE_FINAL_TYPE (CvnQuickLine, cvn_quick_line, G_TYPE_OBJECT)

static void
cvn_quick_line_dispose (GObject *object)
{
  CvnQuickLine *self = CVN_QUICK_LINE (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->centre);
  G_OBJECT_CLASS (cvn_quick_line_parent_class)->dispose (object);
}

static void
cvn_quick_line_class_init (CvnQuickLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cvn_quick_line_dispose;
  ready_signal = g_signal_new ("ready", CVN_TYPE_QUICK_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cvn_quick_line_init (CvnQuickLine *self)
{
}

static void
read_cb (CvnQuickLine *self)
{
  g_signal_emit (self, ready_signal, 0);
}

/** cvn_quick_line_new: (transfer full): reads the names of @centre. Main thread. */
CvnQuickLine *
cvn_quick_line_new (CvnCentre *centre)
{
  CvnQuickLine *self = g_object_new (CVN_TYPE_QUICK_LINE, NULL);

  self->centre = g_object_ref (centre);
  self->figures = cvn_figure_set_new (centre, figure_names);
  g_signal_connect_object (self->figures, "changed", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/** cvn_quick_line_is_ready: whether the names are there. */
gboolean
cvn_quick_line_is_ready (CvnQuickLine *self)
{
  return cvn_figure_set_is_loaded (self->figures);
}

/** cvn_quick_line_get_name: (nullable): what the organisation or programme with this id is called. */
const char *
cvn_quick_line_get_name (CvnQuickLine *self,
                         const char   *id)
{
  CvnTable   *names = cvn_figure_set_get (self->figures, "quick-names");
  const char *found = NULL;

  for (guint i = 0; names != NULL && id != NULL && i < cvn_table_get_n_rows (names); i++)
    if (g_strcmp0 (cvn_table_get_text (names, i, "id"), id) == 0 &&
        (found == NULL || g_strcmp0 (cvn_table_get_text (names, i, "language"), cvn_interface_language () == CVN_LANGUAGE_NL ? "nl" : "en") == 0))
      found = cvn_table_get_text (names, i, "label");
  return found;
}

static GArray *
list_names (CvnTable   *table,
            const char *kind)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (CvnQuickName));

  for (guint i = 0; table != NULL && i < cvn_table_get_n_rows (table); i++)
    {
      CvnQuickName name = { cvn_table_get_text (table, i, "id"), cvn_table_get_text (table, i, "label") };

      if (g_strcmp0 (cvn_table_get_text (table, i, "kind"), kind) == 0 && name.name != NULL)
        g_array_append_val (names, name);
    }
  return names;
}

static char *
join_time (CvnDate day,
           int     minutes)
{
  g_autofree char *iso = NULL;

  day = cvn_date_add_days (day, minutes / 1440);
  iso = cvn_date_to_iso (&day);
  return g_strdup_printf ("%sT%02d:%02d", iso, minutes % 1440 / 60, minutes % 60);
}

/* Without a time it is an event of a whole day, which ends on the day after. */
static void
set_times (CvnRecord         *event,
           const CvnQuickAdd *add)
{
  CvnDate          next;
  int              to = add->to;
  g_autofree char *starts = NULL;
  g_autofree char *ends = NULL;

  if (add->date.year == 0)
    return;
  if (add->from < 0)
    {
      next = cvn_date_add_days (add->date, 1);
      starts = cvn_date_to_iso (&add->date);
      ends = cvn_date_to_iso (&next);
      cvn_record_set_integer (event, "all_day", 1);
    }
  else
    {
      if (to < 0)
        to = add->from + USUAL_MINUTES;
      else if (to <= add->from)
        to += 1440;
      starts = join_time (add->date, add->from);
      ends = join_time (add->date, to);
    }
  cvn_record_set_text (event, "starts", starts);
  cvn_record_set_text (event, "ends", ends);
}

static CvnRecord *
make_event (const CvnQuickAdd *add)
{
  CvnRecord *event = cvn_record_new (cvn_kind_find ("event"));

  cvn_record_set_text (event, cvn_interface_language () == CVN_LANGUAGE_NL ? "title_nl" : "title_en", add->text);
  cvn_record_set_text (event, "time_zone", CVN_ZONE_DEFAULT);
  cvn_record_set_text (event, "mode", "own");
  cvn_record_set_text (event, "status", "planned");
  if (add->number >= 0)
    cvn_record_set_integer (event, "capacity", add->number);
  set_times (event, add);
  return event;
}

static CvnRecord *
make_booking (const CvnQuickAdd *add,
              const char        *day,
              const char        *today)
{
  CvnRecord *booking = cvn_record_new (cvn_kind_find ("booking"));

  cvn_record_set_text (booking, "organisation", add->organisation);
  cvn_record_set_text (booking, "programme", add->programme);
  cvn_record_set_text (booking, "date", day);
  cvn_record_set_text (booking, "status", "requested");
  cvn_record_set_text (booking, "requested_on", today);
  if (add->number >= 0)
    cvn_record_set_integer (booking, "participants", add->number);
  if (*add->text != '\0')
    cvn_record_set_text (booking, "note", add->text);
  return booking;
}

static CvnRecord *
make_task (const CvnQuickAdd *add,
           const char        *day)
{
  CvnRecord *task = cvn_record_new (cvn_kind_find ("task"));

  cvn_record_set_text (task, "title", add->text);
  cvn_record_set_text (task, "due", day);
  return task;
}

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

/* What was understood, in the words of the centre, so that a mistake shows before anything is filled in. */
static char *
summarise (CvnQuickLine      *self,
           const CvnQuickAdd *add,
           CvnRecord         *record)
{
  GString         *text = g_string_new (_(cvn_record_get_kind (record)->label));
  g_autofree char *date = add->date.year != 0 ? cvn_date_format (&add->date, cvn_interface_language ()) : NULL;
  g_autofree char *from = add->from >= 0 ? g_strdup_printf ("%02d:%02d", add->from / 60, add->from % 60) : NULL;
  g_autofree char *to = add->to >= 0 ? g_strdup_printf ("– %02d:%02d", add->to / 60, add->to % 60) : NULL;
  g_autofree char *people = add->number >= 0 ? g_strdup_printf (ngettext ("%lld person", "%lld people", (gulong) add->number), (long long) add->number) : NULL;
  g_autofree char *time = from != NULL ? g_strjoin (" ", from, to, NULL) : NULL;

  append_part (text, cvn_quick_line_get_name (self, add->organisation));
  append_part (text, cvn_quick_line_get_name (self, add->programme));
  append_part (text, add->text);
  append_part (text, date);
  append_part (text, time);
  append_part (text, people);
  return g_string_free (text, FALSE);
}

/**
 * cvn_quick_line_read:
 * @text: what was typed
 * @summary: (out) (transfer full): what was understood, in a line
 *
 * Returns: (transfer full) (nullable): a new event, booking or task with what is known of it, not stored and perhaps not
 * complete; NULL with a sentence
 */
CvnRecord *
cvn_quick_line_read (CvnQuickLine *self,
                     const char   *text,
                     char        **summary,
                     GError      **error)
{
  CvnTable *names = cvn_figure_set_get (self->figures, "quick-names");
  g_autoptr (GArray) organisations = list_names (names, "organisation");
  g_autoptr (GArray) programmes = list_names (names, "programme");
  g_auto (CvnQuickAdd) add = { 0 };
  g_autofree char *day = NULL;
  CvnRecord       *record;
  CvnDate          today = { 2026, 1, 1 };

  cvn_date_parse_iso (cvn_centre_get_today (self->centre), &today, NULL);
  if (!cvn_quick_add_parse (text, &today, (const CvnQuickName *) (gpointer) organisations->data, organisations->len,
                            (const CvnQuickName *) (gpointer) programmes->data, programmes->len, &add, error))
    return NULL;
  day = add.date.year != 0 ? cvn_date_to_iso (&add.date) : NULL;
  if (add.kind == CVN_QUICK_EVENT)
    record = make_event (&add);
  else
    record = add.kind == CVN_QUICK_BOOKING ? make_booking (&add, day, cvn_centre_get_today (self->centre)) : make_task (&add, day);
  *summary = summarise (self, &add, record);
  return record;
}
