# test-error-curves: Least test error: teacher
#
# Draw it again:   gnuplot test-error-curves.gp
# As PNG or PDF:   gnuplot -e "format='png'" test-error-curves.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" test-error-curves.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'test-error-curves.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,565 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1130 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.89in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,336 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1344 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,3.5in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $test_error_curves has the columns 1 signal, 2 row_0, 3 row_0_lower_quartile, 4 row_0_upper_quartile, 5 row_2, 6 row_2_lower_quartile, 7 row_2_upper_quartile, 8 row_4, 9 row_4_lower_quartile, 10 row_4_upper_quartile, 11 row_5, 12 row_5_lower_quartile, 13 row_5_upper_quartile, 14 row_7, 15 row_7_lower_quartile, 16 row_7_upper_quartile, 17 row_9, 18 row_9_lower_quartile, 19 row_9_upper_quartile
set table $test_error_curves; plot 'test-error-curves.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)."\t".strcol(5)."\t".strcol(6)."\t".strcol(7)."\t".strcol(8)."\t".strcol(9)."\t".strcol(10)."\t".strcol(11)."\t".strcol(12)."\t".strcol(13)."\t".strcol(14)."\t".strcol(15)."\t".strcol(16)."\t".strcol(17)."\t".strcol(18)."\t".strcol(19)) with table; unset table

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.7
if (medium eq 'web') set bmargin at screen 0.20708
if (medium eq 'web') set tmargin at screen 0.92035
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.98124
if (medium eq 'slides') set bmargin at screen 0.37993
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.96727
if (medium eq 'paper') set bmargin at screen 0.45446
if (medium eq 'paper') set tmargin at screen 0.91429
set border 3 linecolor '#404040'
set title 'Least test error: teacher' offset 0,-0.3
if (medium eq 'web') set label 40 'signal' at screen 0.39318,0.11018 center
if (medium eq 'web') set label 1 'test error' at screen 0.02907,0.56372 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.08636,0.07035 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00682,0.02315 left textcolor '#707070'
if (medium eq 'slides') set label 40 'signal' at screen 0.54032,0.25827 center
if (medium eq 'slides') set label 1 'test error' at screen 0.02063,0.64497 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.09941,0.20827 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'signal' at screen 0.57037,0.33859 center
if (medium eq 'paper') set label 1 'test error' at screen 0.03599,0.68437 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %);'.'}' at screen 0.01309,0.29097 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'runs without a value are left out.'.'}' at screen 0.01309,0.25465 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.01636,0.02768 left textcolor '#707070'
set xrange [0.41000000000000003:5.09]
set xtics out nomirror 0.5
if (medium eq 'web') set yrange [-0.03:1.03]
if (medium eq 'web') set ytics out nomirror 0.2
if (medium eq 'slides') set yrange [-0.03:1.03]
if (medium eq 'slides') set ytics out nomirror 0.2
if (medium eq 'paper') set yrange [-0.03:1.03]
if (medium eq 'paper') set ytics out nomirror 0.5
if (medium eq 'web') set key at screen 0.72273,0.92035 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.1768 left top horizontal maxcols 4 Left reverse samplen 2 spacing 1.15 width -2
if (medium eq 'paper') set key at screen 0.01309,0.22469 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -2
plot $test_error_curves using 1:3:4 with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     $test_error_curves using 1:6:7 with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     $test_error_curves using 1:9:10 with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     $test_error_curves using 1:12:13 with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     $test_error_curves using 1:15:16 with filledcurves fillcolor rgb '#56b4e9' fillstyle transparent solid 0.25 noborder notitle, \
     $test_error_curves using 1:18:19 with filledcurves fillcolor rgb '#cc79a7' fillstyle transparent solid 0.25 noborder notitle, \
     $test_error_curves using 1:2 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'noise = 0.25', \
     $test_error_curves using 1:5 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'noise = 0.75', \
     $test_error_curves using 1:8 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'noise = 1.25', \
     $test_error_curves using 1:11 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'noise = 1.5', \
     $test_error_curves using 1:14 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#56b4e9' linewidth 2.5 dashtype 1 title 'noise = 2', \
     $test_error_curves using 1:17 with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#cc79a7' linewidth 2.5 dashtype 1 title 'noise = 2.5'
