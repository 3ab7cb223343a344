/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-backup-thin"

#include "cvn-backup.h"

#include <glib/gstdio.h>
#include <string.h>

/* The newest of each of the last seven days, four weeks and twelve months in which there are backups. */
static const struct
{
  const char *pattern; /* of g_date_strftime(): equal for two days in one period */
  guint       n;
} periods[] = {
  { "%Y-%m-%d", 7 },
  { "%G-W%V", 4 },
  { "%Y-%m", 12 },
};

static void
format_day (const char *at,
            const char *pattern,
            char       *text,
            gsize       size)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_day (&date, (GDateDay) g_ascii_strtoull (at + 8, NULL, 10));
  g_date_set_month (&date, (GDateMonth) g_ascii_strtoull (at + 5, NULL, 10));
  g_date_set_year (&date, (GDateYear) g_ascii_strtoull (at, NULL, 10));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_date_strftime (text, size, pattern, &date);
#pragma GCC diagnostic pop
}

static void
mark (GPtrArray  *backups,
      gboolean   *kept,
      const char *pattern,
      guint       n)
{
  char last[32] = "";

  for (guint i = 0; i < backups->len && n > 0; i++)
    {
      const CvnBackup *backup = backups->pdata[i];
      char             period[32];

      format_day (backup->at, pattern, period, sizeof period);
      if (g_str_equal (period, last))
        continue;
      kept[i] = TRUE;
      n--;
      g_strlcpy (last, period, sizeof last);
    }
}

static gboolean
is_date (const char *at)
{
  return g_date_valid_dmy ((GDateDay) g_ascii_strtoull (at + 8, NULL, 10), (GDateMonth) g_ascii_strtoull (at + 5, NULL, 10),
                           (GDateYear) g_ascii_strtoull (at, NULL, 10));
}

/**
 * cvn_backup_thin:
 * @path: a centre's file
 * @today: ISO day; backups of this day and of later ones (a clock that was wrong) all stay
 *
 * Removes older backups so that seven daily, four weekly and twelve monthly ones are left.
 */
gboolean
cvn_backup_thin (const char *path,
                 const char *today,
                 GError    **error)
{
  g_autoptr (GPtrArray) backups = cvn_backup_list (path, error);
  g_autofree gboolean *kept = NULL;

  if (backups == NULL)
    return FALSE;
  for (guint i = backups->len; i > 0; i--)
    if (!is_date (((CvnBackup *) backups->pdata[i - 1])->at))
      g_ptr_array_remove_index (backups, i - 1);
  kept = g_new0 (gboolean, backups->len + 1);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    mark (backups, kept, periods[i].pattern, periods[i].n);
  for (guint i = 0; i < backups->len; i++)
    {
      const CvnBackup *backup = backups->pdata[i];

      if (!kept[i] && strncmp (backup->at, today, 10) < 0)
        g_unlink (backup->path);
    }
  return TRUE;
}
