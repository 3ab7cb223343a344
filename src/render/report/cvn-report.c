/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-report"

#include "cvn-report.h"

#include "cvn-report-private.h"

/* Between the two columns. */
#define COLUMN_GAP 18.0

G_DEFINE_BOXED_TYPE (CvnReport, cvn_report, cvn_report_ref, cvn_report_unref)

/** cvn_report_new: (transfer full): a report without blocks, in the language of its reader. */
CvnReport *
cvn_report_new (const char *title,
                CvnLanguage language)
{
  CvnReport *self = g_new0 (CvnReport, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->title = g_strdup (title);
  self->language = language;
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) cvn_report_block_free);
  return self;
}

/** cvn_report_ref: (transfer full): one owner more. */
CvnReport *
cvn_report_ref (CvnReport *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/** cvn_report_unref: one owner less. */
void
cvn_report_unref (CvnReport *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->title);
  g_free (self->author);
  g_free (self->date);
  g_free (self->footer);
  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

/** cvn_report_set_author: who made it, in the properties of the PDF. */
void
cvn_report_set_author (CvnReport  *self,
                       const char *author)
{
  g_free (self->author);
  self->author = g_strdup (author);
}

/** cvn_report_set_date: the ISO day that the PDF says it was made on: the same report gives the same bytes. */
void
cvn_report_set_date (CvnReport  *self,
                     const char *iso)
{
  g_free (self->date);
  self->date = g_strdup (iso);
}

/** cvn_report_set_footer: what stands at the foot of every page, beside the number of the page. */
void
cvn_report_set_footer (CvnReport  *self,
                       const char *footer)
{
  g_free (self->footer);
  self->footer = g_strdup (footer);
}

/** cvn_report_add_block: (transfer full) @block: puts a block at the end. */
void
cvn_report_add_block (CvnReport *self,
                      gpointer   block)
{
  CvnReportBlock *added = block;

  g_return_if_fail (self->places == NULL);

  if (self->side_width > 0)
    {
      added->columns = self->columns;
      added->is_side = self->column == CVN_COLUMN_SIDE;
      added->x = added->is_side ? cvn_report_get_content_width (self) - self->side_width + CVN_REPORT_COLUMN_PAD : 0;
      added->width = added->is_side ? self->side_width - 2 * CVN_REPORT_COLUMN_PAD : cvn_report_get_content_width (self) - self->side_width - COLUMN_GAP;
    }
  g_ptr_array_add (self->blocks, block);
}

/** cvn_report_set_sheet: the paper, A4 where nothing is said; before the first block. */
void
cvn_report_set_sheet (CvnReport     *self,
                      CvnReportSheet sheet)
{
  g_return_if_fail (self->blocks->len == 0);

  self->sheet = sheet;
}

/** cvn_report_begin_columns: from here two columns, the second one @side_width points wide, until cvn_report_end_columns(). */
void
cvn_report_begin_columns (CvnReport *self,
                          double     side_width)
{
  g_return_if_fail (self->side_width <= 0);

  self->side_width = side_width;
  self->column = CVN_COLUMN_MAIN;
  self->columns++;
}

/** cvn_report_set_column: in which of the two the next blocks go, in any order. */
void
cvn_report_set_column (CvnReport           *self,
                       CvnReportColumnPlace column)
{
  self->column = column;
}

/** cvn_report_end_columns: what follows goes across the page again, below the longer of the two. */
void
cvn_report_end_columns (CvnReport *self)
{
  self->side_width = 0;
}

/** cvn_report_add_title: the band at the top of a report. @subtitle may be NULL. */
void
cvn_report_add_title (CvnReport  *self,
                      const char *title,
                      const char *subtitle)
{
  cvn_report_add_block (self, cvn_report_title_new (title, subtitle));
}

/** cvn_report_add_heading: stays with what follows it. */
void
cvn_report_add_heading (CvnReport  *self,
                        const char *heading)
{
  cvn_report_add_block (self, cvn_report_prose_new (CVN_TEXT_HEADING, heading));
}

/** cvn_report_add_strong: a line that stands out. */
void
cvn_report_add_strong (CvnReport  *self,
                       const char *text)
{
  cvn_report_add_block (self, cvn_report_prose_new (CVN_TEXT_STRONG, text));
}

/** cvn_report_add_point: a paragraph with a dot before it, one of a list. */
void
cvn_report_add_point (CvnReport  *self,
                      const char *text)
{
  cvn_report_add_block (self, cvn_report_list_new (text));
}

/** cvn_report_add_paragraph: breaks between its lines. */
void
cvn_report_add_paragraph (CvnReport  *self,
                          const char *text)
{
  cvn_report_add_block (self, cvn_report_prose_new (CVN_TEXT_BODY, text));
}

/** cvn_report_add_small_print: a paragraph for who wants to know. */
void
cvn_report_add_small_print (CvnReport  *self,
                            const char *text)
{
  cvn_report_add_block (self, cvn_report_prose_new (CVN_TEXT_SMALL, text));
}

/** cvn_report_add_named: a line that stands out, and close below it what belongs to it, or NULL. */
void
cvn_report_add_named (CvnReport  *self,
                      const char *name,
                      const char *text)
{
  CvnReportBlock *block = cvn_report_prose_new (CVN_TEXT_STRONG, name);

  block->space_before = 4;
  cvn_report_add_block (self, block);
  if (text == NULL)
    return;
  block = cvn_report_prose_new (CVN_TEXT_SMALL, text);
  block->space_before = 0;
  cvn_report_add_block (self, block);
}

/** cvn_report_add_space: white between two blocks; none at the top of a page. */
void
cvn_report_add_space (CvnReport *self,
                      double     points)
{
  cvn_report_add_block (self, cvn_report_space_new (points));
}

/** cvn_report_add_facts: labels and values, one after the other, ended by NULL, in @columns beside each other; without those that have no value. */
void
cvn_report_add_facts (CvnReport         *self,
                      guint              columns,
                      const char *const *facts)
{
  cvn_report_add_block (self, cvn_report_facts_new (columns, facts));
}

/**
 * cvn_report_add_letterhead:
 * @self: the report
 * @sender: who writes
 * @sender_lines: its address and the like, in lines
 * @addressee: who is written to
 * @addressee_lines: (nullable): its address, in lines
 *
 * Makes a letter of it, with the address where the window of an envelope is: for the first block.
 */
void
cvn_report_add_letterhead (CvnReport  *self,
                           const char *sender,
                           const char *sender_lines,
                           const char *addressee,
                           const char *addressee_lines)
{
  cvn_report_add_block (self, cvn_report_letterhead_new (sender, sender_lines, addressee, addressee_lines));
}

/** cvn_report_take_table: (transfer full) @table: a table that breaks between its rows, with its headings on each page. */
void
cvn_report_take_table (CvnReport      *self,
                       CvnReportTable *table)
{
  cvn_report_add_block (self, table);
}

/** cvn_report_add_chart: a chart across the page, @height points high. */
void
cvn_report_add_chart (CvnReport *self,
                      CvnChart  *chart,
                      double     height)
{
  cvn_report_add_block (self, cvn_report_chart_new (chart, height, self->language));
}

/** cvn_report_get_title: what it is called, owned by it. */
const char *
cvn_report_get_title (CvnReport *self)
{
  return self->title;
}

/** cvn_report_get_language: the language of its words. */
CvnLanguage
cvn_report_get_language (CvnReport *self)
{
  return self->language;
}

/** cvn_report_get_n_pages: how many pages it has, at least one. */
guint
cvn_report_get_n_pages (CvnReport *self)
{
  cvn_report_lay_out (self);
  return self->n_pages;
}

/** cvn_report_get_page_size: in points. */
void
cvn_report_get_page_size (CvnReport *self,
                          double    *width,
                          double    *height)
{
  *width = self->sheet == CVN_SHEET_A3 ? CVN_REPORT_A3_WIDTH : self->sheet == CVN_SHEET_A4_LYING ? CVN_REPORT_A4_HEIGHT
                                                                                                 : CVN_REPORT_A4_WIDTH;
  *height = self->sheet == CVN_SHEET_A3 ? CVN_REPORT_A3_HEIGHT : self->sheet == CVN_SHEET_A4_LYING ? CVN_REPORT_A4_WIDTH
                                                                                                   : CVN_REPORT_A4_HEIGHT;
}
