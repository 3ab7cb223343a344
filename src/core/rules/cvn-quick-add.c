/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-quick-add"

#include "cvn-quick-add.h"

#include "cvn-error.h"
#include "cvn-month-name.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * One line in plain words becomes a record: "booking ASML 3 introduction day 12 May", "evenement borrel vr 19:30-21:30",
 * "task order flowers tomorrow". Words of both languages are understood at all times, since colleagues mix them. Any thread.
 */

typedef struct
{
  char    **words;
  gboolean *used;
  guint     n;
} Line;

static void
line_clear (Line *line)
{
  g_strfreev (line->words);
  g_free (line->used);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static void
split (const char *text,
       Line       *line)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n,", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  line->words = g_strv_builder_end (builder);
  line->n = g_strv_length (line->words);
  line->used = g_new0 (gboolean, MAX (line->n, 1));
}

static gboolean
is_word (const char        *word,
         const char *const *list)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (list, folded);
}

static gboolean
read_kind (Line         *line,
           CvnQuickKind *kind)
{
  static const char *const kinds[][5] = {
    [CVN_QUICK_EVENT] = { "event", "evenement", NULL },
    [CVN_QUICK_BOOKING] = { "booking", "boeking", "boek", "book", NULL },
    [CVN_QUICK_TASK] = { "task", "taak", NULL },
  };

  for (guint i = 0; line->n > 0 && i < G_N_ELEMENTS (kinds); i++)
    if (is_word (line->words[0], kinds[i]))
      {
        *kind = (CvnQuickKind) i;
        line->used[0] = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* A whole number of so many digits at most; the rest of the text must be as told. */
static gboolean
read_number (const char *text,
             guint       max_digits,
             const char *rest,
             gint64     *number)
{
  char *end;
  gsize n = strspn (text, "0123456789");

  if (n == 0 || n > max_digits || strcmp (text + n, rest) != 0)
    return FALSE;
  *number = g_ascii_strtoll (text, &end, 10);
  return TRUE;
}

/* A day without a year is the next one of that name, today included. */
static gboolean
set_day (CvnDate       *date,
         const CvnDate *today,
         gint64         year,
         gint64         month,
         gint64         day)
{
  CvnDate found = { (gint16) (year > 0 ? year : today->year), (guint8) month, (guint8) day };

  if (month < 1 || month > 12 || day < 1 || day > 31 || year > 9999)
    return FALSE;
  if (year == 0 && (!cvn_date_is_valid (&found) || cvn_date_compare (&found, today) < 0))
    found.year++;
  if (!cvn_date_is_valid (&found))
    return FALSE;
  *date = found;
  return TRUE;
}

static gint64
read_year (const Line *line,
           guint       place)
{
  gint64 year;

  return place < line->n && strlen (line->words[place]) == 4 && read_number (line->words[place], 4, "", &year) && year >= 1900 ? year : 0;
}

/* "12 May", "12 mei 2020", "May 12". Returns: how many words, 0 for none. */
static guint
read_month_day (const Line    *line,
                guint          i,
                const CvnDate *today,
                CvnDate       *date)
{
  gint64 year = read_year (line, i + 2);
  gint64 day;
  guint  month;

  if (i + 1 >= line->n)
    return 0;
  if (read_number (line->words[i], 2, "", &day))
    month = cvn_month_from_name (line->words[i + 1]);
  else if (read_number (line->words[i + 1], 2, "", &day))
    month = cvn_month_from_name (line->words[i]);
  else
    return 0;
  if (month == 0 || !set_day (date, today, year, month, day))
    return 0;
  return year > 0 ? 3 : 2;
}

/* "12-5", "12/5/2020", "2020-05-12". */
static gboolean
read_figures (const char    *word,
              const CvnDate *today,
              CvnDate       *date)
{
  g_auto (GStrv) parts = g_strsplit_set (word, "-/", -1);
  guint  n = g_strv_length (parts);
  gint64 numbers[3] = { 0 };

  if (n < 2 || n > 3)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!read_number (parts[i], 4, "", &numbers[i]))
      return FALSE;
  if (strlen (parts[0]) == 4)
    return n == 3 && set_day (date, today, numbers[0], numbers[1], numbers[2]);
  return set_day (date, today, n == 3 && numbers[2] < 100 ? numbers[2] + 2000 : numbers[2], numbers[1], numbers[0]);
}

static gboolean
read_name_of_day (const char    *word,
                  const CvnDate *today,
                  CvnDate       *date)
{
  static const char *const now[] = { "today", "vandaag", NULL };
  static const char *const next[] = { "tomorrow", "morgen", NULL };
  static const char *const after[] = { "overmorgen", NULL };
  static const char *const weekdays[7][5] = {
    { "mon", "monday", "ma", "maandag", NULL },
    { "tue", "tuesday", "di", "dinsdag", NULL },
    { "wed", "wednesday", "wo", "woensdag", NULL },
    { "thu", "thursday", "do", "donderdag", NULL },
    { "fri", "friday", "vr", "vrijdag", NULL },
    { "sat", "saturday", "za", "zaterdag", NULL },
    { "sun", "sunday", "zo", "zondag", NULL },
  };
  int weekday = ((cvn_date_days_between ((CvnDate){ 2018, 1, 1 }, *today) % 7) + 7) % 7;

  if (is_word (word, now))
    *date = *today;
  else if (is_word (word, next))
    *date = cvn_date_add_days (*today, 1);
  else if (is_word (word, after))
    *date = cvn_date_add_days (*today, 2);
  else
    {
      for (int i = 0; i < 7; i++)
        if (is_word (word, weekdays[i]))
          {
            *date = cvn_date_add_days (*today, (i - weekday + 6) % 7 + 1);
            return TRUE;
          }
      return FALSE;
    }
  return TRUE;
}

/* Short words of Dutch days are words of English too: "do", "ma". They count only at the end or before a time. */
static gboolean
may_be_day (const Line *line,
            guint       i)
{
  return strlen (line->words[i]) > 2 || i + 1 == line->n || g_ascii_isdigit (line->words[i + 1][0]);
}

static void
use (Line *line,
     guint from,
     guint n)
{
  for (guint i = from; i < from + n; i++)
    line->used[i] = TRUE;
}

/* The last day of the line: names of things come before it. */
static void
find_date (Line          *line,
           const CvnDate *today,
           CvnDate       *date)
{
  for (guint i = line->n; i > 1; i--)
    {
      guint place = i - 1;
      guint n = read_month_day (line, place, today, date);

      if (n == 0 && (read_figures (line->words[place], today, date) || (may_be_day (line, place) && read_name_of_day (line->words[place], today, date))))
        n = 1;
      if (n == 0)
        continue;
      use (line, place, n);
      return;
    }
}

/* "19:30", "19.30", "7pm". */
static gboolean
read_clock (const char *word,
            int        *minutes)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const char      *mark = strpbrk (folded, ":.");
  g_autofree char *hours = mark != NULL ? g_strndup (folded, (gsize) (mark - folded)) : NULL;
  gboolean         afternoon = g_str_has_suffix (folded, "pm");
  gint64           hour, minute = 0;

  if (mark != NULL && (!read_number (hours, 2, "", &hour) || strspn (mark + 1, "0123456789") != 2 ||
                       !(read_number (mark + 1, 2, "", &minute) || read_number (mark + 1, 2, "pm", &minute) || read_number (mark + 1, 2, "am", &minute))))
    return FALSE;
  if (mark == NULL && !read_number (folded, 2, "pm", &hour) && !read_number (folded, 2, "am", &hour))
    return FALSE;
  if (afternoon && hour < 12)
    hour += 12;
  if (hour > 23 || minute > 59)
    return FALSE;
  *minutes = (int) (hour * 60 + minute);
  return TRUE;
}

static gboolean
read_span (const char *word,
           int        *from,
           int        *to)
{
  g_auto (GStrv) parts = NULL;

  *to = -1;
  if (read_clock (word, from))
    return TRUE;
  parts = g_strsplit (word, "-", -1);
  if (g_strv_length (parts) != 2)
    parts = (g_strfreev (parts), g_strsplit (word, "–", -1));
  return g_strv_length (parts) == 2 && read_clock (parts[0], from) && read_clock (parts[1], to);
}

static void
find_time (Line        *line,
           CvnQuickAdd *add)
{
  add->from = add->to = -1;
  for (guint i = 1; i < line->n; i++)
    if (!line->used[i] && read_span (line->words[i], &add->from, &add->to))
      {
        line->used[i] = TRUE;
        return;
      }
  add->from = add->to = -1;
}

static void
find_number (Line   *line,
             gint64 *number)
{
  *number = -1;
  for (guint i = 1; i < line->n; i++)
    if (!line->used[i] && (read_number (line->words[i], 6, "", number) || read_number (line->words[i], 6, "x", number)))
      {
        line->used[i] = TRUE;
        return;
      }
}

static gboolean
has_word (GStrv       names,
          const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains ((const char *const *) names, folded);
}

/* How many words from place @i on are words of the name. */
static guint
count_match (const Line *line,
             guint       i,
             GStrv       names)
{
  guint n = 0;

  while (i + n < line->n && !line->used[i + n] && has_word (names, line->words[i + n]))
    n++;
  return n;
}

/* The name of which the most words stand together; of those alike the one with the fewest others. */
static const char *
find_name (Line               *line,
           const CvnQuickName *list,
           guint               n_list)
{
  const char *found = NULL;
  guint       best = 0;
  guint       best_others = 0;
  guint       place = 0;

  for (guint l = 0; l < n_list; l++)
    {
      g_autofree char *folded = g_utf8_casefold (list[l].name, -1);
      g_auto (GStrv) names = g_strsplit_set (folded, " ()-", -1);

      for (guint i = 1; i < line->n; i++)
        {
          guint n = count_match (line, i, names);
          guint others = g_strv_length (names) - MIN (n, g_strv_length (names));

          if (n == 0 || n < best || (n == best && (found == NULL || others >= best_others)))
            continue;
          found = list[l].id;
          best = n;
          best_others = others;
          place = i;
        }
    }
  use (line, place, best);
  return found;
}

/* Little words between what was understood say nothing any more. */
static char *
join_rest (Line *line)
{
  static const char *const little[] = { "on", "op", "at", "om", "for", "voor", "with", "met", "by", "uiterlijk", "van", "from", NULL };
  GString                 *text = g_string_new (NULL);

  for (guint i = 0; i < line->n; i++)
    {
      gboolean beside_used = (i + 1 < line->n && line->used[i + 1]) || i + 1 == line->n;

      if (!line->used[i] && !(beside_used && is_word (line->words[i], little)))
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", line->words[i]);
    }
  return g_string_free (text, FALSE);
}

/** cvn_quick_add_clear: frees what was read. */
void
cvn_quick_add_clear (CvnQuickAdd *add)
{
  g_clear_pointer (&add->text, g_free);
}

/**
 * cvn_quick_add_parse:
 * @text: what was typed; its first word says what it is
 * @today: days without a year and days of the week are counted from it
 * @organisations: their names and short names
 * @add: (out): what was understood; the rest is in its text
 *
 * Returns: FALSE with %CVN_ERROR_INVALID when it does not begin with a word that is known, or says nothing else
 */
gboolean
cvn_quick_add_parse (const char         *text,
                     const CvnDate      *today,
                     const CvnQuickName *organisations,
                     guint               n_organisations,
                     const CvnQuickName *programmes,
                     guint               n_programmes,
                     CvnQuickAdd        *add,
                     GError            **error)
{
  g_auto (Line) line = { 0 };

  g_return_val_if_fail (text != NULL && today != NULL && add != NULL, FALSE);

  *add = (CvnQuickAdd){ .from = -1, .to = -1, .number = -1 };
  split (text, &line);
  if (!read_kind (&line, &add->kind) || line.n < 2)
    {
      g_set_error_literal (error, CVN_ERROR, CVN_ERROR_INVALID, _("Begin with “event”, “booking” or “task”, and say what it is."));
      return FALSE;
    }
  find_date (&line, today, &add->date);
  find_time (&line, add);
  if (add->kind == CVN_QUICK_BOOKING)
    {
      add->organisation = find_name (&line, organisations, n_organisations);
      add->programme = find_name (&line, programmes, n_programmes);
    }
  if (add->kind != CVN_QUICK_TASK)
    find_number (&line, &add->number);
  add->text = join_rest (&line);
  return TRUE;
}
