# half-rises: When modes are learned: teacher, at noise = 1.25
#
# Draw it again:   gnuplot half-rises.gp
# As PNG or PDF:   gnuplot -e "format='png'" half-rises.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" half-rises.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'half-rises.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1100,565 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2200,1130 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 11.46in,5.89in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,721 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1082 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.51in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,403 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,1612 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,4.2in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08636
if (medium eq 'web') set rmargin at screen 0.7
if (medium eq 'web') set bmargin at screen 0.20708
if (medium eq 'web') set tmargin at screen 0.92035
if (medium eq 'slides') set lmargin at screen 0.11817
if (medium eq 'slides') set rmargin at screen 0.98124
if (medium eq 'slides') set bmargin at screen 0.49597
if (medium eq 'slides') set tmargin at screen 0.91012
if (medium eq 'paper') set lmargin at screen 0.20621
if (medium eq 'paper') set rmargin at screen 0.96727
if (medium eq 'paper') set bmargin at screen 0.56098
if (medium eq 'paper') set tmargin at screen 0.92854
set border 3 linecolor '#404040'
if (medium eq 'web') set title 'When modes are learned: teacher, at noise = 1.25' offset 0,-0.3
if (medium eq 'slides') set title 'When modes are learned: teacher, at noise = 1.25' offset 0,-0.3
if (medium eq 'web') set label 40 'signal' at screen 0.39318,0.11018 center
if (medium eq 'web') set label 1 'half-rise epoch' at screen 0.01542,0.56372 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.08636,0.07035 left textcolor '#404040'
if (medium eq 'web') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00682,0.02315 left textcolor '#707070'
if (medium eq 'slides') set label 40 'signal' at screen 0.54971,0.37447 center
if (medium eq 'slides') set label 1 'half-rise epoch' at screen 0.02063,0.70305 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %); runs without a value are left out.'.'}' at screen 0.11817,0.32454 left textcolor '#404040'
if (medium eq 'slides') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.00938,0.02903 left textcolor '#707070'
if (medium eq 'paper') set label 40 'signal' at screen 0.58674,0.46437 center
if (medium eq 'paper') set label 1 'half-rise epoch' at screen 0.03599,0.74476 center rotate by 90
if (medium eq 'paper') set label 10 'When modes are learned: teacher, at noise = 1.25' at screen 0.55641,0.95765 center
if (medium eq 'paper') set label 20 '{/*0.88 '.'Lines: median over 5 seeds; bands: middle half (25–75 %);'.'}' at screen 0.01309,0.42466 left textcolor '#404040'
if (medium eq 'paper') set label 21 '{/*0.88 '.'runs without a value are left out.'.'}' at screen 0.01309,0.39438 left textcolor '#404040'
if (medium eq 'paper') set label 30 '{/*0.88 '.'teacher · seed 1 … 5 (5 values)'.'}' at screen 0.01636,0.02308 left textcolor '#707070'
set xrange [0.41000000000000003:5.09]
set xtics out nomirror 0.5
if (medium eq 'web') set yrange [0:1065]
if (medium eq 'web') set ytics out nomirror 200
if (medium eq 'slides') set yrange [0:1065]
if (medium eq 'slides') set ytics out nomirror 500
if (medium eq 'paper') set yrange [0:1065]
if (medium eq 'paper') set ytics out nomirror 500
if (medium eq 'web') set key at screen 0.72273,0.92035 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.29312 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -3
if (medium eq 'paper') set key at screen 0.01309,0.3694 left top horizontal maxcols 1 Left reverse samplen 2 spacing 1.15 width -3
plot 'half-rises.tsv' using 'signal':'mode_1_lower_quartile':'mode_1_upper_quartile' with filledcurves fillcolor rgb '#0072b2' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_2_lower_quartile':'mode_2_upper_quartile' with filledcurves fillcolor rgb '#d55e00' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_3_lower_quartile':'mode_3_upper_quartile' with filledcurves fillcolor rgb '#009e73' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_4_lower_quartile':'mode_4_upper_quartile' with filledcurves fillcolor rgb '#e69f00' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_5_lower_quartile':'mode_5_upper_quartile' with filledcurves fillcolor rgb '#56b4e9' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_6_lower_quartile':'mode_6_upper_quartile' with filledcurves fillcolor rgb '#cc79a7' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_7_lower_quartile':'mode_7_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_8_lower_quartile':'mode_8_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_9_lower_quartile':'mode_9_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_10_lower_quartile':'mode_10_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_11_lower_quartile':'mode_11_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_12_lower_quartile':'mode_12_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_13_lower_quartile':'mode_13_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_14_lower_quartile':'mode_14_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_15_lower_quartile':'mode_15_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_16_lower_quartile':'mode_16_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_17_lower_quartile':'mode_17_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_18_lower_quartile':'mode_18_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_19_lower_quartile':'mode_19_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_20_lower_quartile':'mode_20_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_21_lower_quartile':'mode_21_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_22_lower_quartile':'mode_22_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_23_lower_quartile':'mode_23_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_24_lower_quartile':'mode_24_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_25_lower_quartile':'mode_25_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_26_lower_quartile':'mode_26_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_27_lower_quartile':'mode_27_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_28_lower_quartile':'mode_28_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_29_lower_quartile':'mode_29_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_30_lower_quartile':'mode_30_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_31_lower_quartile':'mode_31_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_32_lower_quartile':'mode_32_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_33_lower_quartile':'mode_33_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_34_lower_quartile':'mode_34_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_35_lower_quartile':'mode_35_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_36_lower_quartile':'mode_36_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_37_lower_quartile':'mode_37_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_38_lower_quartile':'mode_38_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_39_lower_quartile':'mode_39_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_40_lower_quartile':'mode_40_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_41_lower_quartile':'mode_41_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_42_lower_quartile':'mode_42_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_43_lower_quartile':'mode_43_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_44_lower_quartile':'mode_44_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_45_lower_quartile':'mode_45_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_46_lower_quartile':'mode_46_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_47_lower_quartile':'mode_47_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_48_lower_quartile':'mode_48_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_49_lower_quartile':'mode_49_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_50_lower_quartile':'mode_50_upper_quartile' with filledcurves fillcolor rgb '#999999' fillstyle transparent solid 0.25 noborder notitle, \
     'half-rises.tsv' using 'signal':'mode_1' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'mode 1', \
     'half-rises.tsv' using 'signal':'mode_2' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'mode 2', \
     'half-rises.tsv' using 'signal':'mode_3' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'mode 3', \
     'half-rises.tsv' using 'signal':'mode_4' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'mode 4', \
     'half-rises.tsv' using 'signal':'mode_5' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#56b4e9' linewidth 2.5 dashtype 1 title 'mode 5', \
     'half-rises.tsv' using 'signal':'mode_6' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#cc79a7' linewidth 2.5 dashtype 1 title 'mode 6', \
     'half-rises.tsv' using 'signal':'mode_7' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 title 'mode 7 and later ones', \
     'half-rises.tsv' using 'signal':'mode_8' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_9' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_10' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_11' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_12' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_13' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_14' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_15' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_16' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_17' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_18' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_19' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_20' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_21' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_22' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_23' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_24' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_25' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_26' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_27' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_28' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_29' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_30' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_31' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_32' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_33' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_34' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_35' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_36' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_37' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_38' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_39' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_40' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_41' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_42' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_43' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_44' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_45' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_46' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_47' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_48' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_49' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle, \
     'half-rises.tsv' using 'signal':'mode_50' with linespoints pointtype 7 pointsize 0.5 linecolor rgb '#999999' linewidth 2.5 dashtype 1 notitle
